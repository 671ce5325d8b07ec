// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace retake {

// One SQLite connection under a name of its own: opened, its pragmas read back, and brought up to date.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Runs one statement with its values in place of the question marks.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;

    QString file() const { return m_file; }

    Error failed(const QString &detail) const; // StoreFailed about this file

private:
    Database(QString file, QString connection);
    Result<void> configure() const;
    Result<void> checkWhole() const;
    Result<void> migrate() const;
    Result<QVariant> value(const QString &sql) const;

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

} // namespace retake
