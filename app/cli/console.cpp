// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "session/errorsentence.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace retake::cli {

namespace {

void write(FILE *to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
    std::fflush(to); // a script that reads the pipe sees each line when it is said
}

void writeLine(FILE *to, const QString &text)
{
    write(to, QString(text + u'\n'));
}

} // namespace

Console::Console(Format format)
    : m_format(format)
    , m_terminal(::isatty(STDERR_FILENO))
{}

void Console::result(const QString &sentence)
{
    if (m_format != Format::Sentences)
        return;
    endProgress();
    writeLine(stdout, sentence);
}

void Console::result(const QJsonObject &object)
{
    if (m_format == Format::Json)
        writeLine(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Console::note(const QString &sentence)
{
    endProgress();
    writeLine(stderr, sentence);
}

void Console::progress(const QString &stage, const QString &figures)
{
    if (m_terminal) {
        write(stderr,
              QString(u"\r\033[K" + stage + (figures.isEmpty() ? QString() : QString(u' ' + figures))));
        m_lineOpen = true;
    } else if (stage != m_stage) {
        writeLine(stderr, stage);
    }
    m_stage = stage;
}

void Console::endProgress()
{
    if (std::exchange(m_lineOpen, false))
        write(stderr, QStringLiteral("\r\033[K"));
}

int Console::refuse(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    note(QString(sentence.title + u' ' + sentence.advice));
    if (!sentence.detail.isEmpty())
        note(QString(u"  " + sentence.detail));
    result(QJsonObject{{QStringLiteral("error"), errorToJson(error)}});
    return exitStatusFor(error.kind);
}

QJsonObject errorToJson(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    return {
        {QStringLiteral("kind"), errorKindName(error.kind)}, {QStringLiteral("title"), sentence.title},
        {QStringLiteral("advice"), sentence.advice},         {QStringLiteral("code"), error.serviceCode},
        {QStringLiteral("message"), error.serviceMessage},   {QStringLiteral("request_id"), error.requestId}};
}

} // namespace retake::cli
