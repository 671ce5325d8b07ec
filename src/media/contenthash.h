// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace retake {

// Content: BLAKE2b-256, by which the program itself tells files apart (2.5 times as fast). Sha256: what
// recipes name, because every system has a tool that checks it.
enum class HashKind { Content, Sha256 };

// Of the bytes of a file, hexadecimal, read in pieces. Blocks: for pool threads. FileMissing, FileUnreadable;
// `stop` ends it early with CancelledByPerson.
Result<QString> hashOfFile(const QString &file, HashKind kind, const std::function<bool()> &stop = {});

// Knows the content hash of files that were read before, by canonical path, size and time of change, so that
// they are not read again. Lies in a small JSON file, which several programs may share. For any thread;
// copies speak of the same file.
class HashBook
{
public:
    explicit HashBook(const QString &file);

    // Blocks while a file is read that is not known. Errors as hashOfFile().
    Result<QString> contentHash(const QString &file, const std::function<bool()> &stop = {}) const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

// The same on a pool thread. Ends with exactly one finished(); deleting it ends the reading.
class HashJob : public QObject
{
    Q_OBJECT
public:
    HashJob(const HashBook &book, const QString &file, QObject *parent = nullptr);
    ~HashJob() override;
Q_SIGNALS:
    void finished(const retake::Result<QString> &hash);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
