// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queuerow.h"

#include "ui/queue/steptrack.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/picture.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace retake {

QueueRow::QueueRow(Thumbnails &thumbnails, QWidget *parent)
    : QFrame(parent)
    , m_picture(new Picture(thumbnails, QSize(56, 32), this))
    , m_title(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_sentence(makeLabel({}, "danger", this))
    , m_advice(makeLabel({}, "secondary", this))
    , m_steps(new StepTrack(this))
    , m_when(new TabularLabel(this))
    , m_buttons(new QWidget(this))
    , m_act(makeButton({}, {}, ButtonLook::Plain, m_buttons))
    , m_cancel(makeButton({}, tr("Cancel"), ButtonLook::Flat, m_buttons))
    , m_remove(makeIconButton({}, QStringLiteral("close"), tr("Remove from the queue"), m_buttons))
{
    m_title->setProperty("strong", true);
    m_subtitle->setProperty("secondary", true);
    m_subtitle->setProperty("small", true);
    m_sentence->setProperty("small", true);
    m_sentence->setWordWrap(true);
    m_advice->setProperty("small", true);
    m_advice->setWordWrap(true);
    m_when->setProperty("secondary", true);

    setProperty("queuerow", true);
    auto *wordColumn = new QWidget(this);
    auto *words = new QVBoxLayout(wordColumn);
    setGaps(words, 0, 0, 0, 0, 2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addWidget(m_sentence);
    words->addWidget(m_advice);
    auto *buttons = new QHBoxLayout(m_buttons);
    setGaps(buttons, 0, 0, 0, 0, 2);
    buttons->addStretch(1);
    buttons->addWidget(m_act);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_remove);
    auto *row = new QHBoxLayout(this);
    setGaps(row, 14, 5, 10, 5, 12);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    // Columns by share alone, whatever stands in them, so that the rows are in line.
    for (QWidget *column : {wordColumn, static_cast<QWidget *>(m_steps)}) {
        QSizePolicy policy = column->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        policy.setHeightForWidth(column == wordColumn);
        column->setSizePolicy(policy);
    }
    row->addWidget(wordColumn, 32);
    row->addWidget(m_steps, 68);
    row->addWidget(m_when);
    row->addWidget(m_buttons);

    connect(m_act, &QPushButton::clicked, this, &QueueRow::act);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelWanted(m_view.id); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeWanted(m_view.id); });
}

void QueueRow::show(const TaskView &view)
{
    m_view = view;
    const QString number = QString::number(view.id.value);
    setObjectName(QString(u"queueRow" + number));
    setAccessibleName(view.title);
    m_title->setObjectName(QString(u"queueTitle" + number));
    m_sentence->setObjectName(QString(u"queueSentence" + number));
    m_steps->setObjectName(QString(u"queueSteps" + number));
    m_when->setObjectName(QString(u"queueWhen" + number));
    m_act->setObjectName(QString(u"queueAct" + number));
    m_cancel->setObjectName(QString(u"queueCancel" + number));
    m_remove->setObjectName(QString(u"queueRemove" + number));

    m_picture->setFile(view.picture);
    m_title->setText(view.title);
    m_subtitle->setText(view.subtitle);
    m_subtitle->setVisible(!view.sentence);
    m_sentence->setVisible(view.sentence.has_value());
    m_sentence->setText(view.sentence ? view.sentence->title : QString());
    m_advice->setText(view.sentence ? view.sentence->advice : QString());
    m_advice->setVisible(!m_advice->text().isEmpty());
    setToolTip(view.sentence ? view.sentence->detail : QString());
    m_steps->show(view);
    m_when->setText(view.when);

    QString label;
    if (view.sentence)
        label = cureLabel(view.sentence->cure);
    else if (view.startable)
        label = tr("Start");
    else if (view.finished && view.take)
        label = tr("Show");
    m_act->setText(label);
    m_act->setAccessibleName(QString(label + u": " + view.title));
    Theme::mark(m_act, "flat", !view.sentence && !view.startable);
    m_act->setVisible(!label.isEmpty());
    m_cancel->setVisible(view.cancellable);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(view.title));
    m_remove->setVisible(view.removable);
    m_remove->setAccessibleName(tr("Remove from the queue: %1").arg(view.title));
}

int QueueRow::buttonsWidth() const
{
    return m_buttons->layout()->sizeHint().width();
}

void QueueRow::setColumns(int when, int buttons)
{
    m_when->setFixedWidth(when);
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
    else if (m_view.startable)
        Q_EMIT startWanted(m_view.id);
    else if (m_view.take)
        Q_EMIT takeWanted(m_view.take);
}

} // namespace retake
