// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/sendingdialog.h"

#include "session/preparation.h"
#include "ui/order/factlist.h"
#include "ui/order/runbox.h"
#include "ui/order/sendingstage.h"
#include "ui/order/sendingwords.h"
#include "ui/order/sentimages.h"
#include "ui/order/senttext.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

namespace retake {

namespace {

constexpr int factsWidth = 330;
constexpr int wordsMostLines = 8;

QLabel *makeNote(const QString &name, QWidget *parent)
{
    QLabel *label = makeLabel({}, "secondary", parent);
    label->setObjectName(name);
    label->setProperty("small", true);
    label->setWordWrap(true);
    return label;
}

} // namespace

SendingDialog::SendingDialog(Preparation &preparation, Draft &draft, const Catalogue &catalogue,
                             QWidget *parent)
    : QDialog(parent)
    , m_preparation(preparation)
    , m_draft(draft)
    , m_catalogue(catalogue)
    , m_stage(new SendingStage(preparation, draft, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("sendingDialog"));
    setWindowTitle(tr("What will be sent"));
    m_scroll->setObjectName(QStringLiteral("sendingScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumWidth(factsWidth);
    m_scroll->setWidget(makeFacts());
    auto *side = new QWidget(this);
    side->setProperty("panel", QStringLiteral("right"));
    side->setAttribute(Qt::WA_StyledBackground);
    auto *right = new QVBoxLayout(side);
    setGaps(right, 0, 0, 0, 0, 0);
    right->addWidget(m_scroll, 1);
    auto *middle = new QSplitter(Qt::Horizontal, this);
    middle->setObjectName(QStringLiteral("sendingSplitter"));
    middle->setHandleWidth(1);
    middle->setChildrenCollapsible(false);
    middle->addWidget(m_stage);
    middle->addWidget(side);
    middle->setStretchFactor(0, 1);
    middle->setStretchFactor(1, 0);
    middle->setSizes({660, 359});
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 0);
    column->addWidget(middle, 1);
    column->addWidget(makeFoot());
    setMinimumHeight(380);

    auto *run = new QAction(tr("Run the edit"), this);
    run->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(run, &QAction::triggered, this, &SendingDialog::run);
    addAction(run);
    connect(m_stage, &SendingStage::cureWanted, this, &SendingDialog::cureWanted);
    connect(m_stage, &SendingStage::mendWanted, this, &SendingDialog::mendWanted);
    connect(&m_preparation, &Preparation::changed, this, &SendingDialog::followClip);
    connect(&m_draft, &Draft::changed, this, &SendingDialog::follow);
    resize(QSize(1020, 680).boundedTo(screen()->availableSize() * 0.95));
}

SendingDialog::~SendingDialog()
{
    m_preparation.disconnect(this);
    m_preparation.close();
}

QWidget *SendingDialog::makeFacts()
{
    auto *facts = new QWidget(this);
    facts->setProperty("panel", QStringLiteral("clear"));
    auto *column = new QVBoxLayout(facts);
    setGaps(column, 16, 14, 16, 16, 8);
    const auto heading = [column](const QString &text, QWidget *parent) {
        if (column->count() > 0)
            column->addSpacing(12);
        column->addWidget(makeHeading(text, parent));
    };

    heading(tr("The clip"), facts);
    m_clipNote = makeLabel({}, nullptr, facts);
    m_clipNote->setObjectName(QStringLiteral("sendingClipNote"));
    m_clipNote->setWordWrap(true);
    m_address = new SentText(QStringLiteral("sentAddress"), tr("The clip's address"), 4, facts);
    m_changes = new FactList(QStringLiteral("sendingChanges"), facts);
    m_clipFacts = new FactList(QStringLiteral("sendingClipFacts"), facts);
    column->addWidget(m_clipNote);
    column->addWidget(m_address);
    column->addWidget(m_changes);
    column->addSpacing(2);
    column->addWidget(m_clipFacts);

    m_imagesPart = new QWidget(facts);
    auto *images = new QVBoxLayout(m_imagesPart);
    setGaps(images, 0, 20, 0, 0, 8);
    m_images = new SentImages(m_imagesPart);
    images->addWidget(makeHeading(tr("Reference images"), m_imagesPart));
    images->addWidget(m_images);
    column->addWidget(m_imagesPart);

    heading(tr("Instruction"), facts);
    m_instruction = new SentText(QStringLiteral("sentInstruction"), tr("The instruction as it is sent"),
                                 wordsMostLines, facts);
    m_extension = makeNote(QStringLiteral("sendingExtension"), facts);
    column->addWidget(m_instruction);
    column->addWidget(m_extension);
    m_avoidPart = new QWidget(facts);
    auto *avoid = new QVBoxLayout(m_avoidPart);
    setGaps(avoid, 0, 4, 0, 0, 6);
    m_avoid = new SentText(QStringLiteral("sentAvoid"), tr("What to avoid, as it is sent"), wordsMostLines,
                           m_avoidPart);
    avoid->addWidget(makeLabel(tr("What to avoid"), "secondary", m_avoidPart));
    avoid->addWidget(m_avoid);
    column->addWidget(m_avoidPart);

    heading(tr("Options"), facts);
    m_options = new FactList(QStringLiteral("sendingOptions"), facts);
    column->addWidget(m_options);

    heading(tr("Where it goes"), facts);
    m_destination = new FactList(QStringLiteral("sendingDestination"), facts);
    m_stay = new FactList(QStringLiteral("sendingStay"), facts);
    column->addWidget(m_destination);
    column->addSpacing(2);
    column->addWidget(m_stay);
    column->addStretch(1);
    return facts;
}

QWidget *SendingDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setProperty("panel", QStringLiteral("bottom"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_seconds = makeLabel({}, "secondary", foot);
    m_seconds->setObjectName(QStringLiteral("sendingSeconds"));
    m_seconds->setWordWrap(true);
    m_price = makeLabel({}, "strong", foot);
    m_price->setObjectName(QStringLiteral("sendingPrice"));
    m_fault = makeLabel({}, "danger", foot);
    m_fault->setObjectName(QStringLiteral("sendingFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    QPushButton *close =
        makeButton(QStringLiteral("sendingCloseButton"), tr("Close"), ButtonLook::Plain, foot);
    m_run = makeButton(QStringLiteral("sendingRunButton"), tr("Run edit"), ButtonLook::Primary, foot);
    m_run->setToolTip(tr("Run the edit (Ctrl+Enter)"));
    for (QPushButton *button : {close, m_run})
        button->setProperty("big", true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &SendingDialog::run);
    auto *row = new QHBoxLayout;
    setGaps(row, 0, 0, 0, 0, 10);
    row->addWidget(m_seconds, 1);
    row->addWidget(m_price);
    row->addSpacing(14);
    row->addWidget(close);
    row->addWidget(m_run);
    auto *column = new QVBoxLayout(foot);
    setGaps(column, 16, 10, 16, 12, 8);
    column->addWidget(m_fault);
    column->addLayout(row);
    return foot;
}

void SendingDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    m_fault->hide();
    m_preparation.open();
    follow();
    m_scroll->verticalScrollBar()->setValue(0);
    m_stage->setFocus();
}

void SendingDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous())
        m_preparation.close();
}

void SendingDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_scroll->setMinimumWidth(std::max(factsWidth, m_scroll->widget()->minimumSizeHint().width() + 12));
}

void SendingDialog::follow()
{
    if (!isVisible())
        return;
    followClip();
    followWords();
}

void SendingDialog::followClip()
{
    const Preparation::Sending &sending = m_preparation.sending();
    const bool ready = m_preparation.state() == Preparation::State::Ready;
    const bool remote = ready && !sending.clip;
    QString note;
    switch (m_preparation.state()) {
    case Preparation::State::Idle:
        note = tr("It has not been made.");
        break;
    case Preparation::State::Working:
        note = tr("It is being made.");
        break;
    case Preparation::State::Refused:
        note = tr("It cannot be made.");
        break;
    case Preparation::State::Ready:
        if (remote)
            note = tr("The service fetches this address itself:");
        else if (sending.untouched)
            note = tr("Nothing is changed: your file is sent as it is.");
        else if (sending.changes.isEmpty())
            note = tr("It was made anew; nothing of what is seen or heard is changed.");
        break;
    }
    m_clipNote->setText(note);
    m_clipNote->setVisible(!note.isEmpty());
    m_address->say(sending.remoteClip);
    m_address->setVisible(remote);
    m_changes->say(sending.changes);
    m_clipFacts->say(sending.clip ? clipFacts(*sending.clip) : QList<FactList::Fact>());
    m_images->say(sending.references);
    m_imagesPart->setVisible(!sending.references.isEmpty());
}

void SendingDialog::followWords()
{
    const QString prompt = m_draft.prompt().trimmed();
    m_instruction->say(prompt);
    m_instruction->setVisible(!prompt.isEmpty());
    m_extension->setText(!prompt.isEmpty()                ? extensionSentence(m_draft)
                         : m_draft.references().isEmpty() ? tr("There is no instruction yet.")
                                                          : tr("No words are sent: the images alone."));
    m_extension->setVisible(!m_extension->text().isEmpty());
    const QString avoid = m_draft.negativePrompt().trimmed();
    m_avoid->say(avoid);
    m_avoidPart->setVisible(!avoid.isEmpty());
    m_options->say(optionFacts(m_draft));
    m_destination->say(destinationFacts(m_draft, m_catalogue));
    m_stay->say(staySentences(m_draft));

    m_seconds->setText(RunBox::secondsLine(m_draft));
    m_price->setText(RunBox::priceLine(m_draft));
    m_price->setToolTip(RunBox::priceNote(m_draft));
    if (m_price->text().isEmpty() && !m_draft.remoteClip().isEmpty())
        m_seconds->setText(tr("The price depends on the clip's length, which is not known here."));
    m_run->setEnabled(m_draft.clip() || !m_draft.remoteClip().isEmpty());
    if (m_fault->isVisible() && !m_draft.fault())
        m_fault->hide();
}

void SendingDialog::standBeside(const QWidget &column)
{
    const QWidget *window = column.window();
    const QSize left = QSize(column.mapTo(window, QPoint()).x(), window->height()) - size();
    if (left.width() >= 0 && left.height() >= 0)
        move(window->mapToGlobal(QPoint(left.width(), left.height()) / 2));
}

void SendingDialog::run()
{
    const auto fault = m_draft.fault();
    m_fault->setVisible(fault.has_value());
    if (!fault) {
        Q_EMIT runWanted();
        return;
    }
    const ErrorSentence sentence = sentenceFor(fault->error);
    m_fault->setText(QString(sentence.title + u' ' + sentence.advice).trimmed());
}

} // namespace retake
