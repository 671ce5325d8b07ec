// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/cardfoot.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flowlayout.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace retake {

namespace {

class MadeDot : public QWidget
{
public:
    explicit MadeDot(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(8, 8);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().ok);
        painter.drawEllipse(rect());
    }
};

} // namespace

CardFoot::CardFoot(QWidget *parent)
    : QWidget(parent)
    , m_made(new QWidget(this))
    , m_takes(addLink(QStringLiteral("turnTakesButton"), {}, Act::ShowTake, m_made))
    , m_again(addLink(QStringLiteral("remakeAgainButton"), tr("Remake again"), Act::RemakeAgain, m_made))
    , m_steps(new QWidget(this))
    , m_edit(addLink(QStringLiteral("editTurnButton"), tr("Edit"), Act::Edit, m_steps))
    , m_went(addLink(QStringLiteral("wentButton"), tr("Show what went"), Act::WentWords, m_steps))
    , m_undo(addLink(QStringLiteral("undoTurnButton"), tr("Undo"), Act::Undo, m_steps))
    , m_redo(addLink(QStringLiteral("redoTurnButton"), tr("Redo"), Act::Redo, m_steps))
{
    m_takes->setToolTip(tr("Show the newest as After"));
    m_again->setToolTip(tr("Make another video from this description"));
    m_edit->setToolTip(tr("Write the description yourself"));
    m_undo->setToolTip(tr("Back to the turn before. Nothing is removed."));
    m_redo->setToolTip(tr("Forward to the newest turn that follows"));
    auto *made = new QHBoxLayout(m_made);
    setGaps(made, 0, 0, 0, 0, 6);
    made->addWidget(new MadeDot(m_made));
    made->addWidget(m_takes);
    made->addStretch(1);
    made->addWidget(m_again);
    auto *steps = new FlowLayout(m_steps, 12, 0);
    for (QPushButton *step : {m_edit, m_went, m_undo, m_redo})
        steps->addWidget(step);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 2, 0, 0, 0);
    column->addWidget(m_made);
    column->addWidget(m_steps);
}

QPushButton *CardFoot::addLink(const QString &name, const QString &text, Act act, QWidget *parent)
{
    QPushButton *link = makeButton(name, text, ButtonLook::Plain, parent);
    link->setProperty("link", true);
    link->setProperty("quiet", true);
    link->setCursor(Qt::PointingHandCursor);
    link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(link, &QPushButton::clicked, this, [this, act] { Q_EMIT wanted(act); });
    return link;
}

void CardFoot::show(const TurnView &view, bool canShowWent, bool wentShown)
{
    m_made->setVisible(view.takes > 0);
    m_takes->setText(tr("made into a video · %n result(s)", nullptr, view.takes));
    m_takes->setAccessibleName(m_takes->text());
    const bool isAnswered = view.turn.state == TurnState::Answered;
    m_edit->setVisible(view.isTip && isAnswered);
    m_edit->setEnabled(!view.isBusy);
    m_went->setVisible(canShowWent && (view.isTip || wentShown));
    m_went->setText(wentShown ? tr("Hide what went") : tr("Show what went"));
    m_went->setAccessibleName(m_went->text());
    m_undo->setVisible(view.isTip && view.canUndo);
    m_undo->setEnabled(!view.isBusy);
    m_redo->setVisible(view.isTip && view.canRedo);
    m_redo->setEnabled(!view.isBusy);
    m_again->setEnabled(!view.isBusy);
    bool any = false;
    for (const QPushButton *step : {m_edit, m_went, m_undo, m_redo})
        any = any || !step->isHidden();
    m_steps->setVisible(any);
    setVisible(any || view.takes > 0);
}

} // namespace retake
