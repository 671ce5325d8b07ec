// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

namespace retake::cli {

// One option as it was given.
struct GivenOption
{
    QString name; // without the dashes
    QString value;
};

// The command line, taken apart and held to what each command knows; its values are not judged here.
struct Arguments
{
    QString command;
    QStringList operands;
    QHash<QString, QStringList> options; // without the dashes; a flag has an empty value
    QList<GivenOption> inOrder;          // the same, for commands that are done in the order of their options

    bool has(const QString &option) const { return options.contains(option); }

    QString value(const QString &option) const { return options.value(option).value(0); }

    bool json() const { return has(QStringLiteral("json")); }
};

// Without the program's name. The error is a sentence for the person: unknown command or option, a missing or
// surplus argument.
tl::expected<Arguments, QString> parseArguments(const QStringList &line);

QString usage();

} // namespace retake::cli
