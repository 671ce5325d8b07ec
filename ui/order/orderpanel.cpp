// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/orderpanel.h"

#include "queue/taskqueue.h"
#include "session/errorsentence.h"
#include "session/workspace.h"
#include "ui/order/examples.h"
#include "ui/order/imagechips.h"
#include "ui/order/instructionedit.h"
#include "ui/order/optionsform.h"
#include "ui/order/referencerow.h"
#include "ui/order/runbox.h"
#include "ui/order/taskedit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>

namespace retake {

namespace {

constexpr int historyLength = 15;

QPushButton *makeMenuButton(const QString &name, const QString &text, QMenu *menu, QWidget *parent)
{
    QPushButton *button = makeButton(name, text, ButtonLook::Flat, parent);
    button->setIcon(themedIcon(QStringLiteral("chevron-down")));
    button->setIconSize(QSize(12, 12));
    button->setLayoutDirection(parent->layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                            : Qt::LeftToRight);
    button->setMenu(menu);
    return button;
}

QString oneLine(const QString &text, int length)
{
    const QString line = text.simplified();
    return line.size() <= length ? line : QString(line.left(length - 1) + u'…');
}

// A menu takes "&" for a mnemonic.
QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

OrderPanel::OrderPanel(const Rooms &rooms, QWidget *parent)
    : QWidget(parent)
    , m_rooms(rooms)
    , m_instruction(new InstructionEdit(this))
    , m_references(new ReferenceRow(rooms.draft, rooms.paths, this))
    , m_options(new OptionsForm(rooms.draft, rooms.accounts, rooms.catalogue, this))
    , m_box(new RunBox(rooms.draft, this))
    , m_edit(new TaskEdit(rooms.draft, rooms.workspace, rooms.queue, rooms.accounts, this))
    , m_history(new QMenu(this))
    , m_sourceRow(new QWidget(this))
    , m_source(makeCombo(QStringLiteral("sourceCombo"), tr("Edit from"), this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("orderPanel"));
    setProperty("panel", QStringLiteral("right"));
    setAttribute(Qt::WA_StyledBackground);
    m_scroll->setObjectName(QStringLiteral("orderScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeForm());
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 0);
    column->addWidget(m_edit);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_box);

    connect(m_instruction, &QPlainTextEdit::textChanged, &m_rooms.draft,
            [this] { m_rooms.draft.setPrompt(m_instruction->toPlainText()); });
    connect(m_instruction, &InstructionEdit::mediaGiven, this,
            [this](const DroppedMedia &media) { m_references->add(media); });
    connect(m_references, &ReferenceRow::videosGiven, this, &OrderPanel::videosGiven);
    connect(m_references, &ReferenceRow::mentionWanted, this, &OrderPanel::mention);
    connect(m_references, &ReferenceRow::reordered, m_instruction, &InstructionEdit::renumber);
    connect(m_box, &RunBox::runWanted, this, &OrderPanel::run);
    connect(m_edit, &TaskEdit::saveWanted, this, &OrderPanel::run);
    connect(m_edit, &TaskEdit::refused, this, &OrderPanel::refused);
    connect(m_edit, &TaskEdit::begun, this, [this] {
        m_box->setPurpose(RunBox::Purpose::SaveTask);
        focusInstruction();
    });
    connect(m_edit, &TaskEdit::ended, this, [this] {
        m_box->setPurpose(RunBox::Purpose::Run);
        showFault({});
    });
    connect(m_box, &RunBox::sendingWanted, this, &OrderPanel::sendingWanted);
    connect(&m_rooms.draft, &Draft::changed, this, &OrderPanel::followDraft);
    connect(&m_rooms.workspace, &Workspace::versionsChanged, this, &OrderPanel::followSource);
    connect(&m_rooms.workspace, &Workspace::selectionChanged, this, &OrderPanel::followSource);
    connect(&m_rooms.workspace, &Workspace::clipOpened, this, &OrderPanel::followSource);
    connect(&m_rooms.workspace, &Workspace::clipClosed, this, &OrderPanel::followSource);
    connect(m_source, &QComboBox::activated, this, [this](int index) {
        m_rooms.workspace.setSource(TakeId{m_source->itemData(index).toLongLong()});
    });
    connect(m_history, &QMenu::aboutToShow, this, &OrderPanel::fillHistory);
    followSource();
    followDraft();
}

QWidget *OrderPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    setGaps(row, 0, 0, 0, 0, 2);
    auto *examples = new QMenu(head);
    examples->setObjectName(QStringLiteral("examplesMenu"));
    m_history->setObjectName(QStringLiteral("historyMenu"));
    m_history->setToolTipsVisible(true);
    fillExamples(examples);
    row->addWidget(makeHeading(tr("Instruction"), head), 1);
    row->addWidget(makeMenuButton(QStringLiteral("examplesButton"), tr("Examples"), examples, head));
    row->addWidget(makeMenuButton(QStringLiteral("historyButton"), tr("History"), m_history, head));
    return head;
}

QWidget *OrderPanel::makeForm()
{
    auto *form = new QWidget;
    form->setProperty("panel", QStringLiteral("clear"));
    auto *sourceRow = new QHBoxLayout(m_sourceRow);
    setGaps(sourceRow, 0, 0, 0, 0, 8);
    QLabel *label = makeLabel(tr("Edit from"), "secondary", m_sourceRow);
    label->setBuddy(m_source);
    m_source->setToolTip(tr("The version that the next edit starts from"));
    sourceRow->addWidget(label, 3);
    sourceRow->addWidget(m_source, 7);

    auto *column = new QVBoxLayout(form);
    setGaps(column, 14, 10, 14, 12, 8);
    column->addWidget(makeHead());
    column->addWidget(m_instruction);
    column->addSpacing(4);
    column->addWidget(m_references);
    column->addSpacing(4);
    column->addWidget(m_sourceRow);
    column->addWidget(m_options);
    column->addStretch(1);
    // The bar takes its room from the margin, so that the fields stay in line with the box below.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, column, [column](int, int most) {
        QMargins margins = column->contentsMargins();
        margins.setRight(most > 0 ? 4 : 14);
        column->setContentsMargins(margins);
    });
    return form;
}

bool OrderPanel::event(QEvent *event)
{
    // The form never scrolls sideways: longer words make the panel wider.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setMinimumWidth(std::max(minimumWidth(), m_scroll->widget()->minimumSizeHint().width() + 6));
    return QWidget::event(event);
}

void OrderPanel::fillExamples(QMenu *menu)
{
    for (const ExampleGroup &group : exampleInstructions()) {
        QMenu *sub = menu->addMenu(group.title);
        for (const Example &example : group.examples) {
            sub->addAction(example.label, this, [this, text = example.text] {
                m_instruction->replaceAll(text);
                focusInstruction();
            });
        }
    }
}

void OrderPanel::fillHistory()
{
    m_history->clear();
    QSet<QString> seen;
    const auto tasks = m_rooms.queue.tasks();
    for (const Task &task : tasks ? *tasks : QList<Task>()) {
        const QString &prompt = task.order.prompt;
        if (prompt.trimmed().isEmpty() || seen.contains(prompt))
            continue;
        seen.insert(prompt);
        m_history
            ->addAction(menuText(oneLine(prompt, 60)), this,
                        [this, prompt] {
                            m_instruction->replaceAll(prompt);
                            focusInstruction();
                        })
            ->setToolTip(prompt);
        if (seen.size() == historyLength)
            break;
    }
    if (seen.isEmpty())
        m_history->addAction(tr("Instructions you have sent appear here"))->setEnabled(false);
}

void OrderPanel::followSource()
{
    const QList<Workspace::Version> versions = m_rooms.workspace.versions();
    m_sourceRow->setVisible(versions.size() > 1);
    const QSignalBlocker quiet(m_source);
    m_source->clear();
    for (const Workspace::Version &version : versions)
        m_source->addItem(version.take ? oneLine(version.title, 40) : tr("Source clip"), version.take.value);
    m_source->setCurrentIndex(m_source->findData(m_rooms.workspace.source().value));
}

void OrderPanel::followDraft()
{
    m_instruction->setLimit(m_rooms.draft.model().promptMaximum);
    m_instruction->setReferenceCount(int(m_rooms.draft.references().size()));
    if (m_instruction->toPlainText() != m_rooms.draft.prompt())
        m_instruction->replaceAll(m_rooms.draft.prompt());
    if (!m_faultShown)
        return;
    // Once told, the sentence follows what the person mends.
    if (const auto fault = m_rooms.draft.fault())
        showFault(*fault);
    else
        showFault({});
}

void OrderPanel::showFault(const Draft::Fault &fault)
{
    m_faultShown = fault.field != Draft::Field::None;
    Theme::mark(m_instruction, "fault", fault.field == Draft::Field::Prompt);
    m_options->showFault(fault);
    if (m_faultShown)
        m_box->showFault(fault.error);
    else
        m_box->clearFault();
}

bool OrderPanel::showWhatIsWrong()
{
    const auto fault = m_rooms.draft.fault();
    if (!fault)
        return false;
    showFault(*fault);
    switch (fault->field) {
    case Draft::Field::Prompt:
        focusInstruction();
        break;
    case Draft::Field::References:
        focusReferences();
        break;
    case Draft::Field::Framing:
    case Draft::Field::NegativePrompt:
    case Draft::Field::Parameter:
    case Draft::Field::Model:
    case Draft::Field::Account:
        m_options->focusField(*fault);
        break;
    case Draft::Field::None:
    case Draft::Field::Clip:
    case Draft::Field::Trim:
        break;
    }
    return true;
}

void OrderPanel::edit(TaskId id)
{
    m_edit->begin(id);
}

void OrderPanel::run()
{
    if (showWhatIsWrong())
        return;
    showFault({});
    const auto orders = m_rooms.draft.orders();
    if (!orders) {
        m_box->showFault(orders.error());
        return;
    }
    if (m_edit->task()) {
        m_edit->save(orders->constFirst());
        return;
    }
    int count = 0;
    for (const Order &order : *orders) {
        if (const auto id = m_rooms.queue.enqueue(order); !id) {
            m_box->showFault(id.error());
            break;
        }
        ++count;
    }
    if (count > 0)
        Q_EMIT ordered(count);
}

void OrderPanel::addMedia(const DroppedMedia &media)
{
    m_references->add(media);
    m_scroll->ensureWidgetVisible(m_references);
}

void OrderPanel::mention(int number)
{
    QTextCursor cursor = m_instruction->textCursor();
    const QString text = m_instruction->toPlainText();
    const bool space = cursor.position() > 0 && !text.at(cursor.position() - 1).isSpace();
    cursor.insertText(QString((space ? QStringLiteral(" ") : QString()) + imageMention(number)));
    m_instruction->setTextCursor(cursor);
    m_instruction->setFocus();
}

void OrderPanel::focusInstruction()
{
    m_scroll->ensureWidgetVisible(m_instruction);
    m_instruction->setFocus();
}

void OrderPanel::focusReferences()
{
    m_scroll->ensureWidgetVisible(m_references);
    m_references->focusFirst();
}

void OrderPanel::restyle()
{
    m_instruction->restyle();
}

} // namespace retake
