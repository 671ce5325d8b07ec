// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/turnlist.h"

#include "ui/remake/emptystate.h"
#include "ui/remake/saidbubble.h"
#include "ui/remake/turncard.h"
#include "ui/widgets/busymark.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace retake {

namespace {

constexpr int bubbleIndent = 34;
constexpr int mostWidth = 440; // that words may ask for

} // namespace

TurnList::TurnList(Dialogue &dialogue, QWidget *parent)
    : QScrollArea(parent)
    , m_dialogue(dialogue)
{
    setObjectName(QStringLiteral("turnList"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setProperty("panel", QStringLiteral("clear"));
    m_column = new QVBoxLayout(content);
    setGaps(m_column, 14, 2, 14, 8, 8);
    m_earlier = makeButton(QStringLiteral("earlierTurnsButton"), {}, ButtonLook::Plain, content);
    m_earlier->setProperty("link", true);
    m_earlier->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_empty = new EmptyState(content);
    m_pending = makePending();
    m_column->addWidget(m_earlier);
    m_column->addWidget(m_empty);
    m_column->addWidget(m_pending);
    m_column->addStretch(1);
    setWidget(content);
    connect(m_earlier, &QPushButton::clicked, this, &TurnList::showEarlier);
    connect(m_empty, &EmptyState::describeWanted, &m_dialogue, &Dialogue::describe);
    connect(&m_dialogue, &Dialogue::opened, this, &TurnList::open);
    connect(&m_dialogue, &Dialogue::tipChanged, this, &TurnList::follow);
    connect(&m_dialogue, &Dialogue::turnAdded, this, &TurnList::follow);
    connect(&m_dialogue, &Dialogue::turnChanged, this, [this](TurnId id) {
        m_changes.remove(id);
        follow();
    });
    connect(&m_dialogue, &Dialogue::takesChanged, this, &TurnList::follow);
    connect(&m_dialogue, &Dialogue::settingsChanged, this, &TurnList::follow);
    connect(&m_dialogue, &Dialogue::shownChanged, this, &TurnList::followPending);
    connect(&m_dialogue, &Dialogue::activityChanged, this, &TurnList::follow);
    connect(&m_dialogue, &Dialogue::said, this, [this](TurnId id, const QString &text) {
        for (const Item &item : std::as_const(m_items)) {
            if (item.id == id && item.card->view().turn.state == TurnState::Asking)
                item.card->showAnswer(text, activityText());
        }
    });
    QScrollBar *bar = verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int most) {
        // The bar takes its room from the margin, so that the cards stay in line with what is below.
        QMargins margins = m_column->contentsMargins();
        margins.setRight(most > 0 ? 4 : 14);
        m_column->setContentsMargins(margins);
        if (m_belowView >= 0)
            bar->setValue(most - m_belowView);
        else if (m_atEnd)
            bar->setValue(most);
        m_belowView = -1;
    });
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        m_atEnd = value >= bar->maximum() - 4;
        if (value == 0 && bar->maximum() > 0 && m_from > 0 && bar->isSliderDown() == false)
            QMetaObject::invokeMethod(this, &TurnList::showEarlier, Qt::QueuedConnection);
    });
    open();
}

bool TurnList::event(QEvent *event)
{
    // Nothing scrolls sideways: longer words make it wider, up to a point.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setMinimumWidth(std::clamp(widget()->minimumSizeHint().width(), minimumWidth(), mostWidth));
    return QScrollArea::event(event);
}

QWidget *TurnList::makePending()
{
    auto *pending = new QWidget(this);
    pending->setObjectName(QStringLiteral("pendingRow"));
    auto *row = new QHBoxLayout(pending);
    setGaps(row, 2, 2, 0, 2, 8);
    m_pendingText = makeLabel({}, "secondary", pending);
    m_pendingText->setProperty("small", true);
    m_pendingText->setWordWrap(true);
    QPushButton *stop =
        makeButton(QStringLiteral("stopPendingButton"), tr("Stop"), ButtonLook::Plain, pending);
    stop->setProperty("link", true);
    row->addWidget(new BusyMark(pending));
    row->addWidget(m_pendingText, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, &m_dialogue, &Dialogue::stop);
    return pending;
}

QString TurnList::activityText() const
{
    const QString name = m_dialogue.describer().name.in(QLocale().name());
    switch (m_dialogue.activity()) {
    case Dialogue::Activity::Idle:
        return {};
    case Dialogue::Activity::Preparing:
        return m_dialogue.showing() == Showing::SmallVideo ? tr("Making a small video of the clip…")
                                                           : tr("Taking pictures of the clip…");
    case Dialogue::Activity::Translating:
        return tr("Translating what you said…");
    case Dialogue::Activity::Asking:
        return tr("%1 is answering…").arg(name);
    }
    return {};
}

void TurnList::open()
{
    m_changes.clear();
    dropFrom(0);
    m_from = 0;
    m_atEnd = true;
    follow();
}

void TurnList::hold()
{
    m_held = true;
}

void TurnList::release()
{
    m_held = false;
    follow();
}

void TurnList::follow()
{
    if (m_held)
        return;
    const QList<Turn> line = m_dialogue.line();
    qsizetype kept = 0;
    while (kept < m_items.size() && m_from + kept < line.size() && m_items[kept].id == line[m_from + kept].id)
        ++kept;
    const bool grows = m_from + kept < line.size();
    dropFrom(kept);
    if (kept == 0)
        m_from = std::max<qsizetype>(0, line.size() - step);
    for (qsizetype i = m_from + kept; i < line.size(); ++i)
        m_items.append(makeItem(line[i], int(i - m_from)));
    for (qsizetype i = 0; i < m_items.size(); ++i)
        fill(m_items[i], line[m_from + i], int(m_from + i + 1));
    m_earlier->setVisible(m_from > 0);
    m_earlier->setText(tr("Show %n earlier turn(s)", nullptr, int(m_from)));
    m_earlier->setAccessibleName(m_earlier->text());
    if (grows)
        m_atEnd = true; // what is new is seen
    followPending();
}

void TurnList::followPending()
{
    const bool busy = m_dialogue.activity() != Dialogue::Activity::Idle;
    const bool inCard =
        !m_items.isEmpty() && m_items.constLast().card->view().turn.state == TurnState::Asking;
    m_pendingText->setText(activityText());
    m_pending->setVisible(busy && !inCard);
    m_empty->setVisible(m_items.isEmpty());
    m_empty->show(m_dialogue);
}

TurnList::Item TurnList::makeItem(const Turn &turn, int place)
{
    Item item{turn.id};
    // Before them: the button for earlier turns, and two widgets for each item, with the bubbles' rows kept
    // where there is none.
    int row = 1 + 2 * place;
    if (turn.kind == TurnKind::Revise) {
        item.bubble = new SaidBubble(widget());
    }
    auto *indented = new QHBoxLayout;
    setGaps(indented, bubbleIndent, 0, 0, 0, 0);
    if (item.bubble)
        indented->addWidget(item.bubble);
    else
        indented->setContentsMargins(0, 0, 0, 0);
    m_column->insertLayout(row, indented);
    item.card = new TurnCard(widget());
    m_column->insertWidget(row + 1, item.card);
    item.card->setVisible(true);
    TurnCard *card = item.card;
    const TurnId id = turn.id;
    connect(card, &TurnCard::footWanted, this, [this, id](CardFoot::Act wanted) { act(id, wanted); });
    connect(card, &TurnCard::continueWanted, this, [this, id] { report(m_dialogue.goTo(id)); });
    connect(card, &TurnCard::branchWanted, this, [this, id](int by) { goBranch(id, by); });
    connect(card, &TurnCard::lockWanted, this,
            [this](DescriptionField field, bool locked) { report(m_dialogue.setLocked(field, locked)); });
    connect(card, &TurnCard::putBackWanted, this,
            [this, id](DescriptionField field) { report(m_dialogue.putBack(id, field)); });
    connect(card, &TurnCard::written, this,
            [this, id](const Description &description) { write(id, description); });
    connect(card, &TurnCard::askAgainWanted, &m_dialogue, &Dialogue::askAgain);
    connect(card, &TurnCard::accountWanted, this, &TurnList::accountWanted);
    connect(card, &TurnCard::stopWanted, &m_dialogue, &Dialogue::stop);
    connect(card, &TurnCard::grew, this, [this, card] {
        m_atEnd = false;
        // When it has its new height.
        QTimer::singleShot(0, card, [this, card] { ensureWidgetVisible(card, 0, 8); });
    });
    return item;
}

void TurnList::dropFrom(qsizetype index)
{
    while (m_items.size() > index) {
        const Item item = m_items.takeLast();
        const int row = m_column->indexOf(item.card);
        delete m_column->takeAt(row);
        delete m_column->takeAt(row - 1);
        takeAway(item.card);
        if (item.bubble)
            takeAway(item.bubble);
    }
}

void TurnList::fill(const Item &item, const Turn &turn, int number)
{
    if (item.bubble)
        item.bubble->show(turn.said, turn.translated);
    item.card->show(viewOf(turn, number));
    if (turn.state == TurnState::Asking)
        item.card->showAnswer(m_dialogue.saidSoFar(), activityText());
}

TurnView TurnList::viewOf(const Turn &turn, int number)
{
    TurnView view;
    view.turn = turn;
    view.number = number;
    if (turn.state == TurnState::Answered) {
        auto known = m_changes.find(turn.id);
        if (known == m_changes.end())
            known = m_changes.insert(turn.id, m_dialogue.changes(turn.id));
        view.changes = *known;
    }
    const Description now = m_dialogue.description();
    for (const FieldChange &change : std::as_const(view.changes)) {
        if (now.field(change.field) == turn.description.field(change.field))
            view.restorable.append(change.field);
    }
    view.locked = m_dialogue.locked();
    view.takes = int(m_dialogue.takes(turn.id).size());
    if (turn.parent) {
        const QList<Turn> ways = m_dialogue.branches(turn.parent);
        view.branches = int(ways.size());
        for (qsizetype i = 0; i < ways.size(); ++i) {
            if (ways[i].id == turn.id)
                view.branch = int(i) + 1;
        }
    }
    const auto tip = m_dialogue.tip();
    view.isTip = tip && tip->id == turn.id;
    view.canUndo = m_dialogue.canUndo();
    view.canRedo = m_dialogue.canRedo();
    view.isBusy = m_dialogue.activity() != Dialogue::Activity::Idle;
    return view;
}

void TurnList::showEarlier()
{
    const QList<Turn> line = m_dialogue.line();
    if (m_from == 0 || m_from > line.size())
        return;
    const qsizetype from = std::max<qsizetype>(0, m_from - step);
    QScrollBar *bar = verticalScrollBar();
    m_belowView = bar->maximum() - bar->value();
    QList<Item> earlier;
    for (qsizetype i = from; i < m_from; ++i) {
        earlier.append(makeItem(line[i], int(i - from)));
        fill(earlier.constLast(), line[i], int(i + 1));
    }
    m_items = earlier + m_items;
    m_from = from;
    m_earlier->setVisible(m_from > 0);
    m_earlier->setText(tr("Show %n earlier turn(s)", nullptr, int(m_from)));
}

} // namespace retake
