// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/turncard.h"

#include "ui/remake/cardedit.h"
#include "ui/remake/cardnotes.h"
#include "ui/remake/cardparts.h"
#include "ui/remake/remakewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busymark.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

#include <utility>

namespace retake {

namespace {

constexpr int foldedLines = 4;
constexpr int sideGap = 10;
constexpr int leastWidth = 200; // px; below it has no place yet
constexpr int usualRoom = 296;

} // namespace

TurnCard::TurnCard(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel({}, "secondary", this))
    , m_menu(new QMenu(this))
    , m_text(new MarkedText(this))
    , m_fold(makeButton(QStringLiteral("moreTextButton"), tr("More"), ButtonLook::Plain, this))
    , m_notes(new CardNotes(this))
    , m_foot(new CardFoot(this))
{
    setProperty("turncard", true);
    m_text->setObjectName(QStringLiteral("turnText"));
    m_text->setMaximumLines(foldedLines);
    m_fold->setProperty("link", true);
    m_fold->setCursor(Qt::PointingHandCursor);
    m_fold->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    setGaps(column, sideGap, 6, sideGap, 8, 0);
    column->addWidget(makeHead());
    column->addSpacing(1);
    column->addWidget(m_text);
    column->addWidget(m_fold);
    column->addWidget(makeBusyRow());
    column->addWidget(m_notes);
    column->addWidget(m_foot);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        follow();
        Q_EMIT grew();
    });
    connect(m_notes, &CardNotes::putBackWanted, this, &TurnCard::putBackWanted);
    connect(m_notes, &CardNotes::askAgainWanted, this, &TurnCard::askAgainWanted);
    connect(m_notes, &CardNotes::accountWanted, this, &TurnCard::accountWanted);
    connect(m_foot, &CardFoot::wanted, this, &TurnCard::act);
    connect(m_menu, &QMenu::aboutToShow, this, &TurnCard::fillMenu);
}

QWidget *TurnCard::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    setGaps(row, 0, 0, 0, 0, 4);
    m_title->setObjectName(QStringLiteral("turnTitle"));
    m_title->setProperty("small", true);
    m_title->setProperty("strong", true);
    m_branch = new QWidget(head);
    auto *branch = new QHBoxLayout(m_branch);
    setGaps(branch, 0, 0, 0, 0, 0);
    const auto arrow = [this, branch](const char *name, const char *icon, const QString &title, int step) {
        QToolButton *button =
            makeIconButton(QString::fromLatin1(name), QString::fromLatin1(icon), title, m_branch);
        button->setProperty("tiny", true);
        button->setIconSize(QSize(14, 14));
        connect(button, &QToolButton::clicked, this, [this, step] { Q_EMIT branchWanted(step); });
        branch->addWidget(button);
    };
    arrow("branchBefore", "chevron-left", tr("The other way before"), -1);
    m_branchText = makeLabel({}, "secondary", m_branch);
    m_branchText->setObjectName(QStringLiteral("branchText"));
    m_branchText->setProperty("small", true);
    branch->addWidget(m_branchText);
    arrow("branchAfter", "chevron-right", tr("The other way after"), 1);
    m_more = makeIconButton(QStringLiteral("turnMenuButton"), QStringLiteral("more"),
                            tr("More about this turn"), head);
    m_more->setProperty("tiny", true);
    m_more->setIconSize(QSize(16, 16));
    m_menu->setObjectName(QStringLiteral("turnMenu"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_title, 1);
    row->addWidget(m_branch);
    row->addWidget(m_more);
    return head;
}

QWidget *TurnCard::makeBusyRow()
{
    m_busy = new QWidget(this);
    m_busy->setObjectName(QStringLiteral("turnBusy"));
    auto *row = new QHBoxLayout(m_busy);
    setGaps(row, 0, 4, 0, 0, 8);
    m_activity = makeLabel({}, "secondary", m_busy);
    m_activity->setProperty("small", true);
    QPushButton *stop = makeButton(QStringLiteral("stopAskingButton"), tr("Stop"), ButtonLook::Plain, m_busy);
    stop->setProperty("link", true);
    stop->setToolTip(tr("Stop waiting for the answer. It may be charged all the same."));
    row->addWidget(new BusyMark(m_busy));
    row->addWidget(m_activity, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &TurnCard::stopWanted);
    m_busy->hide();
    return m_busy;
}

void TurnCard::fillMenu()
{
    m_menu->clear();
    const auto add = [this](const char *name, const QString &text, auto then) {
        QAction *action = m_menu->addAction(text, this, then);
        action->setObjectName(QString::fromLatin1(name));
        return action;
    };
    const bool isAnswered = m_view.turn.state == TurnState::Answered;
    if (!m_view.isTip)
        add("continueAction", tr("Continue from here"), [this] {
            Q_EMIT continueWanted();
        })->setEnabled(!m_view.isBusy && isAnswered);
    add("editAction", tr("Edit the description"), [this] {
        beginEdit();
    })->setEnabled(!m_view.isBusy && isAnswered);
    add("remakeAction", m_view.takes > 0 ? tr("Remake again") : tr("Make a video of it"), [this] {
        Q_EMIT footWanted(CardFoot::Act::RemakeAgain);
    })->setEnabled(!m_view.isBusy && isAnswered);
    if (hasGoneWords())
        add("wentAction", m_went == WentWords::Shown ? tr("Hide what went") : tr("Show what went"),
            [this] { act(CardFoot::Act::WentWords); });
    add("copyAction", tr("Copy the text"), [this] {
        QGuiApplication::clipboard()->setText(m_view.turn.description.text());
    })->setEnabled(isAnswered);
}

void TurnCard::show(const TurnView &view)
{
    if (view == m_view)
        return;
    m_wordsChanged = m_wordsChanged || view.turn != m_view.turn || view.changes != m_view.changes;
    m_view = view;
    if (m_edit)
        m_edit->setMaySave(!view.isBusy);
    follow();
}

void TurnCard::showAnswer(const QString &soFar, const QString &activity)
{
    m_activity->setText(activity);
    m_busy->show();
    m_text->setVisible(!soFar.isEmpty());
    m_text->setMaximumLines(0);
    m_text->setPlain(soFar);
}

bool TurnCard::hasGoneWords() const
{
    for (const FieldChange &change : m_view.changes) {
        for (const WordRun &run : change.runs) {
            if (run.kind == WordRun::Kind::Removed && !run.words.trimmed().isEmpty())
                return true;
        }
    }
    return false;
}

void TurnCard::follow()
{
    const Turn &turn = m_view.turn;
    setObjectName(QStringLiteral("turn%1").arg(m_view.number));
    m_title->setText(turnTitle(m_view.number, turn.kind));
    m_title->setToolTip(turn.describer);
    setAccessibleName(m_title->text());
    Theme::mark(this, "tip", m_view.isTip);
    m_branch->setVisible(m_view.branches > 1);
    m_branchText->setText(tr("%1 of %2").arg(m_view.branch).arg(m_view.branches));
    for (QToolButton *arrow : m_branch->findChildren<QToolButton *>())
        arrow->setEnabled(
            !m_view.isBusy &&
            (arrow->objectName() == u"branchBefore" ? m_view.branch > 1 : m_view.branch < m_view.branches));
    const bool isAnswered = turn.state == TurnState::Answered;
    m_more->setVisible(isAnswered);
    if (turn.state != TurnState::Asking)
        m_busy->hide();
    m_text->setQuiet(!isAnswered);
    if (isAnswered && std::exchange(m_wordsChanged, false))
        m_text->setSpans(spansOf(turn.description, m_view.changes, m_went));
    else if (turn.state == TurnState::Failed)
        m_text->setPlain(turn.answer.trimmed());
    const bool byParts = m_isOpen && isAnswered;
    if (byParts && !m_parts) {
        m_parts = new CardParts(this);
        m_parts->setObjectName(QStringLiteral("cardParts"));
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_text), m_parts);
        connect(m_parts, &CardParts::lockWanted, this, &TurnCard::lockWanted);
    }
    if (m_parts) {
        if (byParts)
            m_parts->show(m_view, m_went);
        m_parts->setVisible(byParts && !m_edit);
    }
    m_text->setVisible(!byParts && !m_edit && !m_text->spans().isEmpty());
    m_notes->show(m_view);
    m_foot->show(m_view, hasGoneWords(), m_went == WentWords::Shown);
    if (m_edit) {
        m_notes->hide();
        m_foot->hide();
    }
    followFold();
}

void TurnCard::followFold()
{
    if (m_view.turn.state == TurnState::Asking) {
        m_fold->hide();
        return;
    }
    m_text->setMaximumLines(foldedLines);
    const bool isAnswered = m_view.turn.state == TurnState::Answered;
    const int room = width() >= leastWidth ? contentsRect().width() - 2 * sideGap : usualRoom;
    const bool isLong = m_text->isLongerThan(foldedLines, room);
    if (!isAnswered && m_isOpen)
        m_text->setMaximumLines(0);
    m_fold->setText(m_isOpen ? tr("Less") : tr("More"));
    m_fold->setAccessibleName(m_isOpen ? tr("Fold the text") : tr("Show it part by part"));
    m_fold->setVisible(!m_edit && (isLong || m_isOpen || (isAnswered && m_view.isTip)));
}

void TurnCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        QMetaObject::invokeMethod(this, &TurnCard::followFold, Qt::QueuedConnection);
}

void TurnCard::beginEdit()
{
    if (m_edit || m_view.turn.state != TurnState::Answered)
        return;
    m_edit = new CardEdit(m_view.turn.description, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_text), m_edit);
    connect(m_edit, &CardEdit::left, this, [this] {
        endEdit();
        follow();
    });
    connect(m_edit, &CardEdit::saveWanted, this, [this](const Description &description) {
        endEdit();
        follow();
        Q_EMIT written(description);
    });
    follow();
    m_edit->focusFirst();
    Q_EMIT grew();
}

void TurnCard::endEdit()
{
    if (!m_edit)
        return;
    takeAway(m_edit);
    m_edit = nullptr;
}

void TurnCard::act(CardFoot::Act wanted)
{
    switch (wanted) {
    case CardFoot::Act::Edit:
        beginEdit();
        return;
    case CardFoot::Act::WentWords:
        m_went = m_went == WentWords::Shown ? WentWords::Hidden : WentWords::Shown;
        m_wordsChanged = true;
        follow();
        Q_EMIT grew();
        return;
    case CardFoot::Act::ShowTake:
    case CardFoot::Act::RemakeAgain:
    case CardFoot::Act::Undo:
    case CardFoot::Act::Redo:
        Q_EMIT footWanted(wanted);
        return;
    }
}

} // namespace retake
