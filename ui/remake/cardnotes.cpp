// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/cardnotes.h"

#include "session/turnsentence.h"
#include "ui/remake/remakewords.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace retake {

namespace {

QPushButton *makeLink(const QString &name, const QString &text, QWidget *parent)
{
    QPushButton *link = makeButton(name, text, ButtonLook::Plain, parent);
    link->setProperty("link", true);
    link->setCursor(Qt::PointingHandCursor);
    link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return link;
}

QLabel *makeNote(const QString &name, const QString &text, const char *look, QWidget *parent)
{
    QLabel *note = makeLabel(text, look, parent);
    note->setObjectName(name);
    note->setProperty("small", true);
    note->setWordWrap(true);
    return note;
}

} // namespace

CardNotes::CardNotes(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setGaps(m_column, 0, 5, 0, 0, 0);
}

void CardNotes::show(const TurnView &view)
{
    if (m_lines)
        takeAway(m_lines);
    m_lines = nullptr;
    bool any = view.turn.state == TurnState::Failed;
    for (const FieldChange &change : view.changes)
        any = any || change.isUnasked;
    setVisible(any);
    if (!any)
        return;
    m_lines = new QWidget(this);
    setGaps(new QVBoxLayout(m_lines), 0, 0, 0, 0, 2);
    if (view.turn.state == TurnState::Failed)
        addFailure(view);
    for (const FieldChange &change : view.changes) {
        if (change.isUnasked)
            addDrift(view, change);
    }
    m_column->addWidget(m_lines);
    m_lines->show();
}

void CardNotes::addDrift(const TurnView &view, const FieldChange &change)
{
    const QString name = descriptionFieldName(change.field);
    auto *row = new QHBoxLayout;
    setGaps(row, 0, 0, 0, 0, 8);
    static_cast<QVBoxLayout *>(m_lines->layout())->addLayout(row);
    QLabel *note =
        makeNote(QString(u"drift_" + name), tr("Changed though nobody asked: %1").arg(unaskedWords(change)),
                 "caution", m_lines);
    row->addWidget(note, 1);
    if (!view.restorable.contains(change.field))
        return;
    QPushButton *back = makeLink(QString(u"putBack_" + name), tr("Put back"), m_lines);
    back->setAccessibleName(tr("Put back: %1").arg(partTitle(change.field)));
    back->setToolTip(tr("This part (%1) as it was before").arg(partTitle(change.field)));
    back->setEnabled(!view.isBusy);
    row->addWidget(back, 0, Qt::AlignTop);
    connect(back, &QPushButton::clicked, this, [this, field = change.field] { Q_EMIT putBackWanted(field); });
}

void CardNotes::addFailure(const TurnView &view)
{
    auto *column = static_cast<QVBoxLayout *>(m_lines->layout());
    Error unclear;
    unclear.kind = ErrorKind::Unclear;
    const Error error = view.turn.error.value_or(unclear);
    const ErrorSentence sentence = sentenceForTurn(error);
    QLabel *title = makeNote(QStringLiteral("turnError"), sentence.title, "danger", m_lines);
    title->setToolTip(sentence.detail);
    column->addWidget(title);
    if (!sentence.advice.isEmpty())
        column->addWidget(makeNote(QStringLiteral("turnAdvice"), sentence.advice, "secondary", m_lines));
    if (!view.isTip)
        return;
    QPushButton *again =
        makeButton(QStringLiteral("askAgainButton"), tr("Ask again"), ButtonLook::Plain, m_lines);
    again->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    again->setEnabled(!view.isBusy);
    auto *row = new QHBoxLayout;
    setGaps(row, 0, 4, 0, 0, 8);
    row->addWidget(again);
    if (sentence.cure == Cure::OpenAccount) {
        QPushButton *account = makeButton(QStringLiteral("turnAccountButton"), cureLabel(sentence.cure),
                                          ButtonLook::Plain, m_lines);
        account->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(account);
        connect(account, &QPushButton::clicked, this, &CardNotes::accountWanted);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(again, &QPushButton::clicked, this, &CardNotes::askAgainWanted);
}

} // namespace retake
