// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/steptrack.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace retake {

namespace {

constexpr int barGap = 4;
constexpr int barHeight = 4;

struct StepWords
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

} // namespace

StepTrack::StepTrack(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QFont StepTrack::nameFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

QSize StepTrack::sizeHint() const
{
    const QFontMetrics metrics(nameFont());
    int widest = 0;
    for (int i = 0; i < stepCount; ++i)
        widest = std::max(widest, metrics.horizontalAdvance(stepName(Step(i))));
    return {(std::max(widest + 4, 90) + barGap) * stepCount, barHeight + 5 + metrics.height()};
}

QSize StepTrack::minimumSizeHint() const
{
    return {stepCount * 42, sizeHint().height()};
}

void StepTrack::show(const TaskView &view)
{
    m_view = view;
    QString words;
    for (int i = 0; i < stepCount; ++i) {
        const QString name = stepName(Step(i));
        switch (view.steps[size_t(i)]) {
        case StepState::Todo:
            break;
        case StepState::Active:
            words = StepWords::tr("Step %1 of %2: %3").arg(i + 1).arg(stepCount).arg(name);
            break;
        case StepState::Done:
            if (i == stepCount - 1)
                words = StepWords::tr("Done");
            break;
        case StepState::Failed:
            words = StepWords::tr("Stopped at step %1 of %2: %3").arg(i + 1).arg(stepCount).arg(name);
            break;
        }
    }
    setAccessibleName(words.isEmpty() ? StepWords::tr("Not started") : words);
    update();
}

void StepTrack::paintEvent(QPaintEvent *)
{
    const Tokens t = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(nameFont());
    const QFontMetrics metrics(nameFont());
    const double width = (this->width() - barGap * (stepCount - 1)) / double(stepCount);
    const QColor rail = t.scheme == Scheme::Dark ? t.raised : t.line;
    for (int i = 0; i < stepCount; ++i) {
        const QRectF bar(i * (width + barGap), 1, width, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(rail);
        painter.drawRoundedRect(bar, 2, 2);
        QColor name = t.second;
        QRectF filled = bar;
        switch (m_view.steps[size_t(i)]) {
        case StepState::Todo:
            filled.setWidth(0);
            break;
        case StepState::Active:
            name = t.text;
            painter.setBrush(t.accent);
            if (m_view.fraction) {
                filled.setWidth(std::max(4.0, width * *m_view.fraction));
            } else {
                const double piece = width / 3;
                filled = QRectF(bar.left() + piece * (m_view.beat % 3), bar.top(), piece, barHeight);
            }
            break;
        case StepState::Done:
            painter.setBrush(t.ok);
            break;
        case StepState::Failed:
            name = t.error;
            painter.setBrush(t.error);
            break;
        }
        if (filled.width() > 0)
            painter.drawRoundedRect(filled, 2, 2);
        painter.setPen(name);
        const QString text = metrics.elidedText(stepName(Step(i)), Qt::ElideRight, int(width));
        painter.drawText(QRectF(bar.left(), bar.bottom() + 4, width, metrics.height()), Qt::AlignLeft, text);
    }
}

} // namespace retake
