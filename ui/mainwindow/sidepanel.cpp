// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/sidepanel.h"

#include "base/settings.h"
#include "session/draft.h"
#include "session/remakedraft.h"
#include "session/workspace.h"
#include "ui/mainwindow/remakeroute.h"
#include "ui/order/orderpanel.h"
#include "ui/remake/remakepanel.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace retake {

namespace {

constexpr int leastWidth = 346;

} // namespace

SidePanel::SidePanel(const Rooms &rooms, OrderPanel *order, QWidget *parent)
    : QWidget(parent)
    , m_rooms(rooms)
    , m_order(order)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setProperty("panel", QStringLiteral("right"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->setObjectName(QStringLiteral("sideStack"));
    m_stack->addWidget(m_order);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 0);
    if (m_rooms.dialogue && m_rooms.remake) {
        makeRemake();
        column->addWidget(makeSwitch());
    }
    column->addWidget(m_stack, 1);
    follow();
}

void SidePanel::makeRemake()
{
    Dialogue &dialogue = *m_rooms.dialogue;
    RemakeDraft &draft = *m_rooms.remake;
    new RemakeRoute({m_rooms.workspace, m_rooms.draft, m_rooms.accounts, dialogue, draft}, this);
    m_remake = new RemakePanel({dialogue, draft, m_rooms.queue, m_rooms.catalogue, m_rooms.paths}, this);
    m_stack->addWidget(m_remake);
    if (m_rooms.settings.isRemaking())
        m_stack->setCurrentWidget(m_remake);
    connect(m_remake, &RemakePanel::takeWanted, this, [this](TakeId id) { m_rooms.workspace.showTake(id); });
    connect(m_remake, &RemakePanel::accountWanted, this, &SidePanel::accountWanted);
    connect(m_remake, &RemakePanel::frameSaved, this, &SidePanel::frameSaved);
    connect(&draft, &RemakeDraft::changed, this, &SidePanel::engineChanged);
}

QWidget *SidePanel::makeSwitch()
{
    auto *head = new QWidget(this);
    head->setObjectName(QStringLiteral("waySwitch"));
    auto *row = new QHBoxLayout(head);
    setGaps(row, 14, 12, 14, 2, 0);
    auto *group = new QButtonGroup(head);
    const auto add = [this, head, row, group](const char *name, const QString &text, const QString &hint,
                                              const char *segment, Way way) {
        QPushButton *button = makeButton(QString::fromLatin1(name), text, ButtonLook::Plain, head);
        button->setToolTip(hint);
        button->setAccessibleDescription(hint);
        button->setCheckable(true);
        button->setProperty("segment", QString::fromLatin1(segment));
        button->setProperty("shrinks", true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        group->addButton(button);
        row->addWidget(button, 1);
        connect(button, &QPushButton::clicked, this, [this, way] { setWay(way); });
        return button;
    };
    m_edit = add("editWayButton", tr("Edit directly"),
                 tr("The clip itself is sent, with an instruction what to change in it"), "first", Way::Edit);
    m_make = add("remakeWayButton", tr("Describe && remake"),
                 tr("The clip is described, you change the description, and a new video is made from it"),
                 "last", Way::Remake);
    m_make->setAccessibleName(tr("Describe and remake"));
    return head;
}

SidePanel::Way SidePanel::way() const
{
    return m_remake && m_stack->currentWidget() == m_remake ? Way::Remake : Way::Edit;
}

void SidePanel::setWay(Way way)
{
    if (!m_remake)
        return;
    m_stack->setCurrentIndex(way == Way::Remake ? 1 : 0);
    m_rooms.settings.setRemaking(way == Way::Remake);
    follow();
    Q_EMIT engineChanged();
}

const Account &SidePanel::account() const
{
    return way() == Way::Remake ? m_rooms.remake->account() : m_rooms.draft.account();
}

const ModelSpec &SidePanel::model() const
{
    return way() == Way::Remake ? m_rooms.remake->model() : m_rooms.draft.model();
}

void SidePanel::follow()
{
    if (!m_remake)
        return;
    m_edit->setChecked(way() == Way::Edit);
    m_make->setChecked(way() == Way::Remake);
}

bool SidePanel::event(QEvent *event)
{
    // The panels never scroll sideways: longer words make them wider.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setMinimumWidth(std::max({minimumWidth(), leastWidth, minimumSizeHint().width()}));
    return QWidget::event(event);
}

void SidePanel::run()
{
    if (way() == Way::Remake)
        m_remake->make();
    else
        m_order->run();
}

void SidePanel::focusWords()
{
    if (way() == Way::Remake)
        m_remake->focusWords();
    else
        m_order->focusInstruction();
}

void SidePanel::showInstruction()
{
    setWay(Way::Edit);
    m_order->focusInstruction();
}

bool SidePanel::showTurn(TurnId turn)
{
    if (!m_remake || !turn)
        return false;
    setWay(Way::Remake);
    m_remake->showTurn(turn);
    return true;
}

void SidePanel::addMedia(const DroppedMedia &media)
{
    if (way() == Way::Remake && m_remake->takesPictures())
        m_remake->addPictures(media.pictures);
    else {
        setWay(Way::Edit);
        m_order->addMedia(media);
    }
}

} // namespace retake
