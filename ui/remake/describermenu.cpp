// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/describermenu.h"

#include "ui/remake/remakewords.h"
#include "ui/theme/iconset.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace retake {

DescriberMenu::DescriberMenu(Dialogue &dialogue, const Catalogue &catalogue, QWidget *parent)
    : QPushButton(parent)
    , m_dialogue(dialogue)
    , m_catalogue(catalogue)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("describerButton"));
    setFlat(true);
    setAutoDefault(false);
    setProperty("flat", true);
    setIcon(themedIcon(QStringLiteral("chevron-down")));
    setIconSize(QSize(12, 12));
    setLayoutDirection(parent && parent->layoutDirection() == Qt::RightToLeft ? Qt::LeftToRight
                                                                              : Qt::RightToLeft);
    m_menu->setObjectName(QStringLiteral("describerMenu"));
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &DescriberMenu::fill);
    connect(&m_dialogue, &Dialogue::settingsChanged, this, &DescriberMenu::follow);
    connect(&m_dialogue, &Dialogue::opened, this, &DescriberMenu::follow);
    follow();
}

void DescriberMenu::follow()
{
    const DescriberSpec &describer = m_dialogue.describer();
    const QString name = describer.name.in(QLocale().name());
    setText(name);
    setAccessibleName(tr("Described by %1").arg(name));
    const QString note = describerNote(describer, m_dialogue.account().region);
    setToolTip(note.isEmpty() ? accessibleName() : QString(accessibleName() + u'\n' + note));
}

void DescriberMenu::fill()
{
    m_menu->clear();
    addDescribers();
    addShowings();
    m_menu->addSeparator();
    QAction *look = m_menu->addAction(tr("See what is sent…"), this, &DescriberMenu::lookWanted);
    look->setObjectName(QStringLiteral("seeSentAction"));
    look->setEnabled(m_dialogue.clip().has_value());
    QAction *again = m_menu->addAction(tr("Describe the clip again"), &m_dialogue, &Dialogue::describe);
    again->setObjectName(QStringLiteral("describeAgainAction"));
    again->setEnabled(m_dialogue.tip() && m_dialogue.activity() == Dialogue::Activity::Idle);
    addConversations();
}

void DescriberMenu::addTitle(const QString &text)
{
    m_menu->addAction(text)->setEnabled(false);
}

void DescriberMenu::addDescribers()
{
    addTitle(tr("Described by"));
    const Account &account = m_dialogue.account();
    const bool isIdle = m_dialogue.activity() == Dialogue::Activity::Idle;
    for (const DescriberSpec &row : m_catalogue.describers()) {
        if (!row.seesPictures() && !row.seesVideo())
            continue;
        QAction *action = m_menu->addAction(row.name.in(QLocale().name()), this,
                                            [this, id = row.id] { report(m_dialogue.setDescriber(id)); });
        action->setObjectName(QString(u"describer_" + row.id));
        action->setCheckable(true);
        action->setChecked(row.id == m_dialogue.describer().id);
        const bool offered = row.regions.isEmpty() || account.isPractice() || account.region == u"custom" ||
                             row.regions.contains(account.region);
        action->setEnabled(offered && isIdle);
        const QString note = describerNote(row, account.region);
        action->setToolTip(offered ? note : tr("Not offered in the region of your account"));
    }
}

void DescriberMenu::addShowings()
{
    m_menu->addSeparator();
    addTitle(tr("The clip is shown as"));
    const bool isIdle = m_dialogue.activity() == Dialogue::Activity::Idle;
    for (const Showing showing : m_dialogue.showings()) {
        QAction *action = m_menu->addAction(showingTitle(showing), this, [this, showing] {
            if (showing == Showing::Address)
                askAddress();
            else
                report(m_dialogue.setShowing(showing));
        });
        action->setObjectName(QString(u"showing_" + showingName(showing)));
        action->setCheckable(true);
        action->setChecked(showing == m_dialogue.showing());
        action->setEnabled(isIdle);
        if (showing == Showing::Address)
            action->setToolTip(m_dialogue.address());
    }
}

void DescriberMenu::addConversations()
{
    m_menu->addSeparator();
    const bool isIdle = m_dialogue.activity() == Dialogue::Activity::Idle;
    QAction *anew = m_menu->addAction(tr("New conversation"), &m_dialogue, &Dialogue::beginAnew);
    anew->setObjectName(QStringLiteral("newConversationAction"));
    anew->setEnabled(isIdle && m_dialogue.conversation().has_value());
    const QList<Conversation> all = m_dialogue.conversations();
    const auto &current = m_dialogue.conversation();
    if (all.size() < (current ? 2 : 1))
        return;
    QMenu *earlier = m_menu->addMenu(tr("Conversations about this clip"));
    earlier->setObjectName(QStringLiteral("conversationsMenu"));
    for (const Conversation &one : all) {
        QAction *action =
            earlier->addAction(QLocale().toString(one.createdAt.toLocalTime(), QLocale::ShortFormat), this,
                               [this, id = one.id] { report(m_dialogue.choose(id)); });
        action->setObjectName(QStringLiteral("conversation_%1").arg(one.id.value));
        action->setCheckable(true);
        action->setChecked(current && current->id == one.id);
        action->setEnabled(isIdle);
    }
}

void DescriberMenu::askAddress()
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(QStringLiteral("addressDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("The clip's address"));
    dialog->setLabelText(tr("Where the service can fetch this clip (https://…):"));
    dialog->setTextValue(m_dialogue.address());
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->resize(420, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &address) {
        report(m_dialogue.setShowing(Showing::Address, address.trimmed()));
    });
    dialog->open();
}

void DescriberMenu::report(const Result<void> &outcome)
{
    if (!outcome)
        Q_EMIT refused(outcome.error());
}

} // namespace retake
