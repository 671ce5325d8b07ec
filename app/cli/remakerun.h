// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "follower.h"
#include "model/conversation.h"

#include <QObject>

namespace retake {
class Dialogue;
class RemakeDraft;
} // namespace retake

namespace retake::cli {

class Console;

// Asks and makes what the command line says, one step after the other: an answer is waited for before the
// next step, a take only at the end. A step that fails ends the steps; the takes that are under way still
// come.
class RemakeRun : public QObject
{
    Q_OBJECT
public:
    struct Step
    {
        enum class Kind { Describe, Say, Make };
        Kind kind = Kind::Describe;
        QString text; // Say
    };

    RemakeRun(Core &core, Console &console, Dialogue &dialogue, RemakeDraft &draft,
              QObject *parent = nullptr);

    int run(const QList<Step> &steps, const QString &output); // runs the event loop; gives the exit status

private:
    void next();
    void begin(const Step &step);
    void shorten();
    void make();
    void look();
    void tell(const Turn &turn);
    void tellActivity();
    void fail(const Error &error);
    void failTurn(const Error &error);
    void tellSentence(const Error &error);
    void stop();
    void end();

    Core &m_core;
    Console &m_console;
    Dialogue &m_dialogue;
    RemakeDraft &m_draft;
    Follower m_follower;
    QList<Step> m_steps; // the first is being done
    QString m_output;
    qsizetype m_made = 0;
    bool m_asking = false;
    bool m_shortened = false; // for the first step
    TurnId m_before;          // the tip when the question was begun
};

} // namespace retake::cli
