// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlQuery>
#include <QVariant>

#include <memory>

class QSqlError;

namespace retake {

// One SQLite connection under a name of its own.
class Database
{
public:
    enum class Access { ReadOnly, ReadWrite };
    enum class OldSchema { KeepCopy, NoCopy };

    // Only connects: to look at a file of which nothing is known yet.
    static Result<std::unique_ptr<Database>> connect(const QString &file, Access access);
    // Its pragmas read back, and brought up to date; FILE.before-N is the file as it was before schema N.
    static Result<std::unique_ptr<Database>> open(const QString &file, OldSchema old = OldSchema::KeepCopy);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Runs one statement with its values in place of the question marks.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const; // first row and column
    // A whole copy, small and without a journal, put in place at once. Not inside a transaction.
    Result<void> copyTo(const QString &file) const;

    QString file() const { return m_file; }

    // StoreFailed about this file; SQLite's own number stands in the code.
    Error failed(const QString &detail, const QString &code = {}) const;

private:
    Database(QString file, QString connection);
    Error failed(const QSqlError &error) const;
    Result<void> configure() const;
    Result<void> migrate(OldSchema old) const;

    QString m_file;
    QString m_connection;
};

// Takes the write lock at once, so that what is read inside is what is changed; rolls back unless committed.
class Transaction
{
public:
    static Result<std::unique_ptr<Transaction>> begin(const Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Result<void> commit();

private:
    explicit Transaction(const Database &database);
    const Database &m_database;
    bool m_open = true;
};

// A part of a transaction that may be taken back by itself: unless kept.
class Attempt
{
public:
    static Result<std::unique_ptr<Attempt>> begin(const Database &database);
    ~Attempt();
    Attempt(const Attempt &) = delete;
    Attempt &operator=(const Attempt &) = delete;
    Result<void> keep();

private:
    explicit Attempt(const Database &database);
    const Database &m_database;
    bool m_open = true;
};

} // namespace retake
