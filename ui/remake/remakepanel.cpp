// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/remakepanel.h"

#include "queue/taskqueue.h"
#include "ui/remake/describermenu.h"
#include "ui/remake/generatorform.h"
#include "ui/remake/makebox.h"
#include "ui/remake/picturelist.h"
#include "ui/remake/saybox.h"
#include "ui/remake/showndialog.h"
#include "ui/remake/turnlist.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QLabel>

namespace retake {

RemakePanel::RemakePanel(const Rooms &rooms, QWidget *parent)
    : QWidget(parent)
    , m_rooms(rooms)
    , m_list(new TurnList(rooms.dialogue, this))
    , m_say(new SayBox(this))
    , m_make(new MakeBox(rooms.draft, rooms.dialogue, rooms.catalogue, rooms.paths, this))
{
    setObjectName(QStringLiteral("remakePanel"));
    setProperty("panel", QStringLiteral("right"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setMinimumHeight(96);
    auto *saying = new QHBoxLayout;
    setGaps(saying, 14, 2, 14, 8, 0);
    saying->addWidget(m_say);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 2);
    column->addWidget(makeHead());
    column->addWidget(m_list, 5);
    column->addLayout(saying);
    column->addWidget(m_make);
    connect(m_say, &SayBox::said, this, &RemakePanel::say);
    connect(m_list, &TurnList::takeWanted, this, &RemakePanel::takeWanted);
    connect(m_list, &TurnList::makeWanted, this, &RemakePanel::makeFrom);
    connect(m_list, &TurnList::accountWanted, this, &RemakePanel::accountWanted);
    connect(m_list, &TurnList::refused, this, &RemakePanel::refuse);
    connect(m_make, &MakeBox::makeWanted, this, &RemakePanel::make);
    connect(m_make, &MakeBox::unfolded, this,
            [column, this](bool open) { column->setStretchFactor(m_make, open ? 7 : 0); });
    connect(&m_make->form(), &GeneratorForm::failed, this, &RemakePanel::refuse);
    connect(&m_make->form(), &GeneratorForm::frameSaved, this, &RemakePanel::frameSaved);
    connect(&m_rooms.dialogue, &Dialogue::refused, this, [this](const Error &error) {
        if (m_say->isEmpty() && !m_sent.isEmpty())
            m_say->setText(m_sent);
        refuse(error);
    });
    connect(&m_rooms.dialogue, &Dialogue::turnAdded, this, [this] { m_sent.clear(); });
    connect(&m_rooms.dialogue, &Dialogue::activityChanged, this, &RemakePanel::follow);
    connect(&m_rooms.dialogue, &Dialogue::tipChanged, this, &RemakePanel::follow);
    connect(&m_rooms.dialogue, &Dialogue::turnChanged, this, &RemakePanel::follow);
    connect(&m_rooms.dialogue, &Dialogue::settingsChanged, this, &RemakePanel::follow);
    connect(&m_rooms.dialogue, &Dialogue::opened, this, &RemakePanel::follow);
    connect(&m_rooms.draft, &RemakeDraft::changed, this, &RemakePanel::followFault);
    follow();
}

QWidget *RemakePanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    setGaps(row, 14, 2, 6, 0, 2);
    auto *describer = new DescriberMenu(m_rooms.dialogue, m_rooms.catalogue, head);
    row->addWidget(makeHeading(tr("Conversation"), head), 1);
    row->addWidget(describer);
    connect(describer, &DescriberMenu::lookWanted, this, &RemakePanel::look);
    connect(describer, &DescriberMenu::refused, this, &RemakePanel::refuse);
    return head;
}

void RemakePanel::follow()
{
    const Dialogue &dialogue = m_rooms.dialogue;
    m_say->setLanguage(dialogue.describer().englishOnly ? SayBox::Language::English : SayBox::Language::Any);
    QString obstacle;
    if (!dialogue.clip())
        obstacle = tr("Open a video first");
    else if (dialogue.activity() != Dialogue::Activity::Idle)
        obstacle = tr("Wait for the answer, or stop it");
    else if (dialogue.description().isEmpty())
        obstacle = tr("The clip is described first");
    m_say->setObstacle(obstacle);
    followFault();
}

void RemakePanel::followFault()
{
    if (!m_faultShown)
        return;
    // Once told, the sentence follows what the person mends.
    const auto fault = m_rooms.draft.fault();
    m_make->showFault(fault.value_or(RemakeDraft::Fault()));
    m_faultShown = fault.has_value();
}

void RemakePanel::say(const QString &what)
{
    m_sent = what;
    m_make->showFault({});
    m_say->clear();
    m_rooms.dialogue.say(what);
}

void RemakePanel::make()
{
    if (m_rooms.dialogue.activity() != Dialogue::Activity::Idle && !m_make->mayMake())
        return; // the input says what is waited for
    if (const auto fault = m_rooms.draft.fault()) {
        m_faultShown = true;
        m_make->showFault(*fault);
        if (fault->field == RemakeDraft::Field::Description)
            m_say->focusEdit();
        else
            m_make->goTo(*fault);
        return;
    }
    m_faultShown = false;
    m_make->showFault({});
    const auto orders = m_rooms.draft.orders();
    if (!orders) {
        m_make->showError(orders.error());
        return;
    }
    int count = 0;
    for (const Order &order : *orders) {
        if (const auto id = m_rooms.queue.enqueue(order); !id) {
            m_make->showError(id.error());
            break;
        }
        ++count;
    }
    if (count > 0)
        Q_EMIT ordered(count);
}

// The conversation stays where it is: only the order is that turn's.
void RemakePanel::makeFrom(TurnId turn)
{
    const auto tip = m_rooms.dialogue.tip();
    if (!tip || tip->id == turn)
        return make();
    m_list->hold();
    if (const auto gone = m_rooms.dialogue.goTo(turn); gone)
        make();
    else
        refuse(gone.error());
    if (const auto back = m_rooms.dialogue.goTo(tip->id); !back)
        refuse(back.error());
    m_list->release();
}

void RemakePanel::look()
{
    if (m_rooms.dialogue.shown().isEmpty())
        m_rooms.dialogue.prepare();
    if (!m_shown)
        m_shown = new ShownDialog(m_rooms.dialogue, window());
    m_shown->show();
    m_shown->raise();
    m_shown->activateWindow();
}

void RemakePanel::refuse(const Error &error)
{
    m_faultShown = false;
    m_make->showError(error);
}

void RemakePanel::showTurn(TurnId turn)
{
    const auto tip = m_rooms.dialogue.tip();
    if (m_rooms.dialogue.turn(turn) && (!tip || tip->id != turn)) { // else it is of another conversation
        if (const auto gone = m_rooms.dialogue.goTo(turn); !gone)
            refuse(gone.error());
    }
    focusWords();
}

void RemakePanel::focusWords()
{
    m_say->focusEdit();
}

bool RemakePanel::takesPictures() const
{
    return m_rooms.draft.model().references.maximumCount > 0;
}

void RemakePanel::addPictures(const QStringList &files)
{
    if (takesPictures() && !files.isEmpty())
        m_make->form().pictures().add(files);
}

} // namespace retake
