// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/changebar.h"

#include "session/comparison.h"
#include "session/comparisonwords.h"
#include "session/errorsentence.h"
#include "ui/viewer/changestrip.h"
#include "ui/viewer/sentencelabel.h"
#include "ui/viewer/vieweractions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace retake {

namespace {

// What the person must know stands behind what they want to know.
QString sentenceAbout(const Measure &measure)
{
    const QStringList notes = comparisonNotes(measure);
    const QString sentence = changeSentence(measure);
    return notes.isEmpty() ? sentence : QString(sentence + u". " + notes.join(u' '));
}

} // namespace

ChangeBar::ChangeBar(const ViewerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_most(actions.mostChanged)
    , m_least(actions.leastChanged)
    , m_strip(new ChangeStrip(this))
    , m_sentence(new SentenceLabel(this))
{
    setObjectName(QStringLiteral("changeBar"));
    m_sentence->setObjectName(QStringLiteral("changeText"));
    m_sentence->setProperty("secondary", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_strip);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(2, 0, 4, 0);
    row->setSpacing(4);
    row->addWidget(m_sentence, 1);
    addButton(m_most, "mostChanged", tr("Most changed"), row);
    addButton(m_least, "leastChanged", tr("Least changed"), row);
    column->addLayout(row);

    connect(m_strip, &ChangeStrip::seekRequested, this, &ChangeBar::seekRequested);
    connect(m_strip, &ChangeStrip::scrubEnded, this, &ChangeBar::scrubEnded);
    connect(m_most, &QAction::triggered, this, [this] { go(Way::ToMost); });
    connect(m_least, &QAction::triggered, this, [this] { go(Way::ToLeast); });
    showState();
}

void ChangeBar::addButton(QAction *action, const char *name, const QString &text, QBoxLayout *row)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(action->text());
    button->setToolTip(
        tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    button->setProperty("flat", true);
    connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    row->addWidget(button);
}

void ChangeBar::follow(const Comparison &comparison)
{
    m_comparison = &comparison;
    connect(&comparison, &Comparison::changed, this, &ChangeBar::showState);
    connect(&comparison, &Comparison::progress, this, &ChangeBar::showProgress);
    showState();
}

void ChangeBar::setView(const StripView &view)
{
    m_strip->setView(view);
}

void ChangeBar::setPosition(std::chrono::microseconds position)
{
    m_strip->setPosition(position);
}

void ChangeBar::go(Way way)
{
    const auto &measure = m_comparison ? m_comparison->measure() : std::nullopt;
    const auto summary = measure ? summaryOf(*measure) : std::nullopt;
    if (!summary)
        return;
    const int frame = way == Way::ToMost ? summary->most : summary->least;
    Q_EMIT seekRequested(momentOf(measure->frames[std::size_t(frame)]));
    Q_EMIT scrubEnded();
}

void ChangeBar::showState()
{
    using State = Comparison::State;
    const State state = m_comparison ? m_comparison->state() : State::Nothing;
    const auto measure = state == State::Done ? m_comparison->measure() : std::nullopt;
    const bool any = measure && !measure->frames.empty();
    setVisible(state != State::Nothing);
    m_most->setEnabled(any);
    m_least->setEnabled(any);
    m_strip->setMeasure(measure);
    m_strip->setVisible(any || state == State::Waiting || state == State::Measuring);
    switch (state) {
    case State::Nothing:
        m_sentence->setSentence({});
        break;
    case State::NewClip:
        m_sentence->setSentence(
            tr("A new clip: its frames do not correspond to those of Before, so nothing is measured"));
        break;
    case State::Waiting:
    case State::Measuring:
        m_sentence->setSentence(tr("Measuring what changed…"));
        break;
    case State::Done:
        m_sentence->setSentence(sentenceAbout(*measure));
        break;
    case State::Failed:
        m_sentence->setSentence(
            tr("What changed could not be measured: %1").arg(sentenceFor(*m_comparison->error()).title));
        break;
    }
    m_strip->setProgress(state == State::Measuring ? 0 : -1);
    m_strip->setAccessibleDescription(m_sentence->text());
}

void ChangeBar::showProgress(int done, int total)
{
    m_strip->setProgress(double(done) / std::max(total, 1));
}

} // namespace retake
