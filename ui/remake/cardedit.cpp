// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/cardedit.h"

#include "ui/remake/remakewords.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace retake {

namespace {

constexpr int mostLines = 8;

} // namespace

CardEdit::CardEdit(const Description &description, QWidget *parent)
    : QWidget(parent)
    , m_before(description)
    , m_count(makeLabel({}, "secondary", this))
    , m_save(makeButton(QStringLiteral("saveTurnButton"), tr("Save"), ButtonLook::Primary, this))
{
    setObjectName(QStringLiteral("cardEdit"));
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 2, 0, 0, 3);
    for (const DescriptionField field : descriptionFields()) {
        if ((field == DescriptionField::Whole) != description.isWhole())
            continue;
        auto *edit = new QPlainTextEdit(description.field(field), this);
        edit->setObjectName(QString(u"edit_" + descriptionFieldName(field)));
        edit->setAccessibleName(partTitle(field));
        edit->setTabChangesFocus(true);
        edit->setAcceptDrops(false); // a file dropped here is meant for the window
        edit->setProperty("oncard", true);
        edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        edit->installEventFilter(this);
        edit->document()->setDocumentMargin(2);
        if (field != DescriptionField::Whole) {
            QLabel *title = makeLabel(partTitle(field), "secondary", this);
            title->setProperty("small", true);
            title->setBuddy(edit);
            column->addWidget(title);
        }
        column->addWidget(edit);
        m_edits.insert(field, edit);
        if (!m_first)
            m_first = edit;
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
            fit(edit);
            follow();
        });
    }
    m_count->setObjectName(QStringLiteral("editCharacters"));
    m_count->setProperty("small", true);
    QPushButton *cancel =
        makeButton(QStringLiteral("cancelEditButton"), tr("Cancel"), ButtonLook::Plain, this);
    auto *foot = new QHBoxLayout;
    setGaps(foot, 0, 4, 0, 0, 8);
    foot->addWidget(m_count, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    column->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &CardEdit::left);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(this->description()); });
    follow();
}

Description CardEdit::description() const
{
    Description written;
    for (auto it = m_edits.cbegin(); it != m_edits.cend(); ++it)
        written.setField(it.key(), it.value()->toPlainText());
    return written;
}

void CardEdit::focusFirst()
{
    m_first->setFocus();
    m_first->moveCursor(QTextCursor::End);
}

void CardEdit::setMaySave(bool may)
{
    m_maySave = may;
    follow();
}

void CardEdit::follow()
{
    const Description now = description();
    m_count->setText(tr("%n character(s)", nullptr, int(now.characters())));
    m_save->setEnabled(m_maySave && !now.isEmpty() && now != m_before);
}

// As high as its words, up to a limit.
void CardEdit::fit(QPlainTextEdit *edit)
{
    int lines = 0;
    for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    lines = std::clamp(lines, 1, mostLines);
    const int frame = edit->height() - edit->viewport()->height();
    const int margins = int(2 * edit->document()->documentMargin());
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + margins + std::clamp(frame, 2, 20) + 2);
}

bool CardEdit::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QPlainTextEdit *>(watched);
    if (edit && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        QMetaObject::invokeMethod(
            this, [this, edit] { fit(edit); }, Qt::QueuedConnection);
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace retake
