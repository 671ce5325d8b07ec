// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/clipinfo.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

namespace retake {

// In which tools speak English: what they say is read.
QProcessEnvironment toolEnvironment();

// How far ffmpeg is, from a line of its -progress; none: another line, or not begun.
std::optional<Microseconds> progressIn(const QByteArray &line);

// How a run of a media tool ended.
struct ToolRun
{
    enum class End { Missing, Crashed, Exited };

    End end = End::Missing;
    int status = 0;
    QByteArray said; // the beginning of stderr, in English

    bool isWell() const { return end == End::Exited && status == 0; }

    QString words() const; // what it said, without addresses of its memory
    QString firstLine() const;
};

// Runs one media tool, found in PATH, with arguments as a list. Ends with exactly one ended(), never from
// inside start(); deleting it kills the tool.
class ToolProcess : public QObject
{
    Q_OBJECT
public:
    explicit ToolProcess(const QString &program, QObject *parent = nullptr);
    ~ToolProcess() override;

    // It reads this descriptor as its standard input, and gives way to everything else that runs. Before
    // start(), after which the caller may close its own.
    void feedFrom(int descriptor);
    void start(const QStringList &arguments);
Q_SIGNALS:
    void line(const QByteArray &text); // of stdout, with its end
    void ended(const retake::ToolRun &run);

private:
    void readLines();
    void end(ToolRun::End how, int status);

    QString m_program;
    QProcess *m_process; // child
    QByteArray m_said;
    bool m_ended = false;
};

} // namespace retake
