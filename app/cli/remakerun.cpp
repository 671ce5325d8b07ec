// SPDX-License-Identifier: GPL-3.0-or-later
#include "remakerun.h"

#include "console.h"
#include "core.h"
#include "describe.h"
#include "outputs.h"
#include "session/dialogue.h"
#include "session/remakedraft.h"
#include "session/turnsentence.h"
#include "turnwords.h"

#include <QCoreApplication>
#include <QTimer>

namespace retake::cli {

RemakeRun::RemakeRun(Core &core, Console &console, Dialogue &dialogue, RemakeDraft &draft, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_console(console)
    , m_dialogue(dialogue)
    , m_draft(draft)
    , m_follower(core, console)
{
    connect(&m_dialogue, &Dialogue::turnChanged, this, &RemakeRun::look);
    connect(&m_dialogue, &Dialogue::activityChanged, this, [this] {
        tellActivity();
        look();
    });
    connect(&m_dialogue, &Dialogue::said, this, [this](TurnId, const QString &text) {
        m_console.progress(tr("Reading the answer"), tr("%1 characters").arg(text.size()));
    });
    connect(&m_dialogue, &Dialogue::refused, this, &RemakeRun::fail);
    connect(&m_follower, &Follower::stopped, this, &RemakeRun::stop);
}

int RemakeRun::run(const QList<Step> &steps, const QString &output)
{
    m_steps = steps;
    m_output = output;
    QTimer::singleShot(0, this, &RemakeRun::next);
    QCoreApplication::exec();
    return m_follower.untilEnd();
}

void RemakeRun::next()
{
    if (m_steps.isEmpty())
        end();
    else
        begin(m_steps.constFirst());
}

void RemakeRun::begin(const Step &step)
{
    if (step.kind == Step::Kind::Make) {
        make();
        return;
    }
    const auto tip = m_dialogue.tip();
    m_before = tip ? tip->id : TurnId();
    m_asking = true;
    if (step.kind == Step::Kind::Describe)
        m_dialogue.describe();
    else
        m_dialogue.say(step.text);
}

void RemakeRun::shorten()
{
    const auto tip = m_dialogue.tip();
    m_before = tip ? tip->id : TurnId();
    m_asking = true;
    m_shortened = true;
    m_console.note(tr("The description has %1 characters, and the model takes %2: asking for a shorter one.")
                       .arg(m_dialogue.description().characters())
                       .arg(m_draft.model().promptMaximum));
    m_dialogue.shorten(m_draft.model().promptMaximum);
}

void RemakeRun::make()
{
    if (m_dialogue.description().characters() > m_draft.model().promptMaximum && !m_shortened) {
        shorten();
        return;
    }
    if (const auto fault = m_draft.fault()) {
        fail(fault->error);
        return;
    }
    const auto orders = m_draft.orders();
    if (!orders) {
        fail(orders.error());
        return;
    }
    if (const Estimate sum = m_draft.estimate(); !sum.currency.isEmpty())
        m_console.note(tr("This costs about %1.").arg(priceText(sum)));
    for (Order order : *orders) {
        if (!m_output.isEmpty())
            order.output = outputName(m_output, m_made);
        ++m_made;
        const auto id = m_core.queue.enqueue(order);
        if (!id) {
            fail(id.error());
            return;
        }
        m_follower.follow(*id);
    }
    m_steps.removeFirst();
    m_shortened = false;
    QTimer::singleShot(0, this, &RemakeRun::next);
}

// Has the question that was begun its answer?
void RemakeRun::look()
{
    if (!m_asking || m_dialogue.activity() != Dialogue::Activity::Idle)
        return;
    const auto turn = m_dialogue.tip();
    if (!turn || turn->id == m_before || turn->state == TurnState::Asking)
        return;
    m_asking = false;
    tell(*turn);
    if (turn->state == TurnState::Failed) {
        failTurn(turn->error.value_or(Error{ErrorKind::Unclear, {}, {}, {}, {}, 0, std::nullopt}));
        return;
    }
    if (m_steps.constFirst().kind != Step::Kind::Make)
        m_steps.removeFirst();
    QTimer::singleShot(0, this, &RemakeRun::next);
}

void RemakeRun::tell(const Turn &turn)
{
    const bool revised = turn.kind == TurnKind::Revise && turn.state == TurnState::Answered;
    const QList<FieldChange> changes = revised ? m_dialogue.changes(turn.id) : QList<FieldChange>();
    m_console.result(turnJson(turn, changes));
    if (turn.state != TurnState::Answered)
        return;
    if (!turn.translated.isEmpty())
        m_console.note(tr("Asked in English: %1").arg(turn.translated));
    m_console.result(turnText(turn));
    for (const QString &line : unaskedTexts(changes))
        m_console.result(QString(u"  " + line));
}

void RemakeRun::tellActivity()
{
    switch (m_dialogue.activity()) {
    case Dialogue::Activity::Idle:
        return;
    case Dialogue::Activity::Preparing:
        if (!m_steps.isEmpty() && m_steps.constFirst().kind == Step::Kind::Describe)
            m_console.progress(tr("Preparing what is shown of the clip"));
        return;
    case Dialogue::Activity::Translating:
        m_console.progress(tr("Translating what was said"));
        return;
    case Dialogue::Activity::Asking:
        m_console.progress(tr("Waiting for the answer"));
        return;
    }
}

void RemakeRun::fail(const Error &error)
{
    m_follower.blame(m_console.refuse(error));
    end();
}

void RemakeRun::failTurn(const Error &error)
{
    tellSentence(error);
    m_follower.blame(exitStatusFor(error.kind));
    end();
}

void RemakeRun::tellSentence(const Error &error)
{
    const ErrorSentence sentence = sentenceForTurn(error);
    m_console.note(QString(sentence.title + u' ' + sentence.advice));
    if (!sentence.detail.isEmpty())
        m_console.note(QString(u"  " + sentence.detail));
}

// A question that is on its way cannot be taken back: it is kept as one that may have been charged.
void RemakeRun::stop()
{
    if (std::exchange(m_asking, false)) {
        m_dialogue.stop();
        if (const auto turn = m_dialogue.tip(); turn && turn->id != m_before) {
            tell(*turn);
            if (turn->error)
                tellSentence(*turn->error);
        }
    }
    m_console.note(tr("“--continue” goes on from the last answer."));
    end();
}

void RemakeRun::end()
{
    m_asking = false;
    m_steps.clear();
    QCoreApplication::exit();
}

} // namespace retake::cli
