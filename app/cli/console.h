// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>

namespace retake::cli {

// How retake-cli speaks: results on stdout, for people or as one JSON object a line; all else on stderr.
class Console
{
public:
    enum class Format { Sentences, Json };

    explicit Console(Format format);

    void result(const QString &sentence);   // Sentences only
    void result(const QJsonObject &object); // Json only
    void note(const QString &sentence);     // stderr
    // A passing state on stderr: redrawn in place on a terminal, elsewhere a line, and only when `stage` is
    // new (figures that move are for eyes).
    void progress(const QString &stage, const QString &figures = {});
    int
    refuse(const Error &error); // the sentence, and with Json the error as an object; gives the exit status

private:
    void endProgress();

    Format m_format;
    bool m_terminal;
    bool m_lineOpen = false;
    QString m_stage;
};

QJsonObject errorToJson(const Error &error);

} // namespace retake::cli
