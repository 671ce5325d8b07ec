// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <tl/expected.hpp>

namespace retake::cli {

// The command line, taken apart and held to what each command knows; its values are not judged here.
struct Arguments
{
    QString command;
    QStringList operands;
    QHash<QString, QStringList> options; // without the dashes; a flag has one empty value

    bool has(const QString &option) const { return options.contains(option); }

    QString value(const QString &option) const { return options.value(option).value(0); }

    bool json() const { return has(QStringLiteral("json")); }
};

// Without the program's name. The error is a sentence for the person: unknown command or option, a missing or
// surplus argument.
tl::expected<Arguments, QString> parseArguments(const QStringList &line);

QString usage();

} // namespace retake::cli
