// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuerow.h"

#include "ui/queue/steptrack.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/sentencetext.h"
#include "ui/widgets/warningdot.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace retake {

namespace {

constexpr int edge = 5; // above and below
constexpr int sentenceGap = 3;

} // namespace

QueueRow::QueueRow(Thumbnails &thumbnails, QWidget *parent)
    : QFrame(parent)
    , m_picture(new Picture(thumbnails, QSize(56, 32), this))
    , m_title(new ElidedLabel(this))
    , m_dot(new WarningDot(this))
    , m_subtitle(new ElidedLabel(this))
    , m_sentence(new SentenceText(this))
    , m_steps(new StepTrack(this))
    , m_when(new TabularLabel(this))
    , m_buttons(new QWidget(this))
    , m_act(makeButton({}, {}, ButtonLook::Plain, m_buttons))
    , m_cancel(makeButton({}, tr("Cancel"), ButtonLook::Flat, m_buttons))
    , m_more(makeIconButton({}, QStringLiteral("more"), tr("More"), m_buttons))
    , m_remove(makeIconButton({}, QStringLiteral("close"), tr("Remove from the queue"), m_buttons))
{
    m_title->setProperty("strong", true);
    m_subtitle->setProperty("secondary", true);
    m_subtitle->setProperty("small", true);
    m_sentence->setProperty("small", true);
    m_sentence->setProperty("danger", true);
    m_when->setProperty("secondary", true);
    m_act->setAccessibleName(tr("Show"));

    setProperty("queuerow", true);
    setFocusPolicy(Qt::StrongFocus);
    auto *wordColumn = new QWidget(this);
    auto *words = new QVBoxLayout(wordColumn);
    setGaps(words, 0, 0, 0, 0, 2);
    words->addWidget(m_title);
    auto *second = new QHBoxLayout;
    setGaps(second, 0, 0, 0, 0, 6);
    second->addWidget(m_dot, 0, Qt::AlignVCenter);
    second->addWidget(m_subtitle, 1);
    words->addLayout(second);
    auto *buttons = new QHBoxLayout(m_buttons);
    setGaps(buttons, 0, 0, 0, 0, 2);
    buttons->addStretch(1);
    buttons->addWidget(m_act);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_more);
    buttons->addWidget(m_remove);

    // Columns by share alone, whatever stands in them, so that the rows are in line.
    for (QWidget *column : {wordColumn, static_cast<QWidget *>(m_steps)}) {
        QSizePolicy policy = column->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        column->setSizePolicy(policy);
    }
    auto *columns = new QHBoxLayout;
    setGaps(columns, 0, 0, 0, 0, 12);
    columns->addWidget(wordColumn, 42);
    columns->addWidget(m_steps, 58);
    auto *middle = new QVBoxLayout;
    setGaps(middle, 0, 0, 0, 0, sentenceGap);
    middle->addLayout(columns);
    middle->addWidget(m_sentence);
    auto *row = new QHBoxLayout(this);
    setGaps(row, 12, edge, 10, edge, 12);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(middle, 1);
    row->addWidget(m_when, 0, Qt::AlignTop);
    row->addWidget(m_buttons, 0, Qt::AlignTop);

    connect(m_act, &QPushButton::clicked, this, &QueueRow::act);
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { Q_EMIT commandWanted(m_view.id, QueueCommand::Cancel); });
    connect(m_remove, &QToolButton::clicked, this,
            [this] { Q_EMIT commandWanted(m_view.id, QueueCommand::Remove); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_view.id, m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    rest();
}

void QueueRow::name(const QString &suffix)
{
    setObjectName(QString(u"queueRow" + suffix));
    m_title->setObjectName(QString(u"queueTitle" + suffix));
    m_subtitle->setObjectName(QString(u"queueNote" + suffix));
    m_sentence->setObjectName(QString(u"queueSentence" + suffix));
    m_steps->setObjectName(QString(u"queueSteps" + suffix));
    m_when->setObjectName(QString(u"queueWhen" + suffix));
    m_act->setObjectName(QString(u"queueAct" + suffix));
    m_cancel->setObjectName(QString(u"queueCancel" + suffix));
    m_more->setObjectName(QString(u"queueMore" + suffix));
    m_remove->setObjectName(QString(u"queueRemove" + suffix));
}

void QueueRow::rest()
{
    m_view = {};
    name(QStringLiteral("Spare"));
    hide();
}

void QueueRow::show(const TaskView &view)
{
    if (view.id != m_view.id)
        name(QString::number(view.id.value));
    m_view = view;
    setAccessibleName(view.title);
    setAccessibleDescription(QString(view.when + u". " +
                                     (view.sentence ? view.sentence->title
                                      : view.note   ? view.note->text
                                                    : view.subtitle)));
    m_picture->setFile(view.picture);
    m_title->setText(view.title);
    m_sentence->setVisible(view.sentence.has_value());
    if (view.sentence)
        m_sentence->setSentence(view.sentence->title, view.sentence->advice);
    setToolTip(view.sentence ? view.sentence->detail : view.note ? view.subtitle : QString());
    m_steps->show(view);
    m_when->setText(view.when);
    showSecondLine();
    showButtons();
}

void QueueRow::showSecondLine()
{
    m_dot->setVisible(m_view.note && m_view.note->warns);
    m_subtitle->setText(m_view.note ? m_view.note->text : m_view.subtitle);
}

void QueueRow::showButtons()
{
    QString label;
    if (m_view.sentence)
        label = cureLabel(m_view.sentence->cure);
    else if (m_view.commands.contains(QueueCommand::Start))
        label = m_view.startText;
    else if (m_view.finished && m_view.take)
        label = tr("Show");
    m_act->setText(label);
    m_act->setAccessibleName(QString(label + u": " + m_view.title));
    const bool flat = !m_view.sentence && !m_view.startable;
    if (m_act->property("flat").toBool() != flat)
        Theme::mark(m_act, "flat", flat);
    m_act->setVisible(!label.isEmpty());
    m_cancel->setVisible(m_view.cancellable);
    m_cancel->setText(m_view.cancelText);
    m_cancel->setToolTip(m_view.cancelHint);
    m_cancel->setAccessibleName(QString(m_view.cancelText + u": " + m_view.title));
    m_cancel->setAccessibleDescription(m_view.cancelHint);
    m_more->setAccessibleName(tr("More: %1").arg(m_view.title));
    m_remove->setVisible(m_view.removable);
    m_remove->setAccessibleName(tr("Remove from the queue: %1").arg(m_view.title));
}

int QueueRow::heightFor(int sentenceLines) const
{
    const int words = m_title->sizeHint().height() + 2 + m_subtitle->sizeHint().height();
    const int plain =
        1 + 2 * edge +
        std::max({words, m_picture->height(), m_steps->sizeHint().height(), m_more->sizeHint().height()});
    return sentenceLines > 0 ? plain + sentenceGap + sentenceLines * m_sentence->fontMetrics().lineSpacing()
                             : plain;
}

void QueueRow::setSentenceLines(int lines)
{
    m_sentence->setFixedHeight(lines * m_sentence->fontMetrics().lineSpacing());
}

int QueueRow::buttonsWidth() const
{
    return m_buttons->layout()->sizeHint().width();
}

void QueueRow::setColumns(int when, int buttons)
{
    m_when->setFixedSize(when, m_more->sizeHint().height());
    m_buttons->setFixedWidth(buttons);
}

int QueueRow::whenWidth() const
{
    // Room for the longest line that comes as time goes by, so that nothing moves while it ticks.
    TabularLabel longest;
    longest.setFont(m_when->font());
    longest.setText(
        tr("%1 · %2").arg(elapsedText(std::chrono::minutes(59)), aboutText(std::chrono::minutes(59))));
    return std::max(longest.sizeHint().width(), m_when->sizeHint().width());
}

void QueueRow::act()
{
    if (m_view.sentence)
        Q_EMIT cureWanted(m_view.id, m_view.sentence->cure);
    else if (m_view.commands.contains(QueueCommand::Start))
        Q_EMIT commandWanted(m_view.id, QueueCommand::Start);
    else if (m_view.take)
        Q_EMIT commandWanted(m_view.id, QueueCommand::ShowTake);
}

} // namespace retake
