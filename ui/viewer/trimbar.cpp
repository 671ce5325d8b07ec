// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/trimbar.h"

#include "ui/viewer/momentedit.h"
#include "ui/viewer/sentencelabel.h"
#include "ui/viewer/vieweractions.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace retake {

TrimBar::TrimBar(const ViewerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new SentenceLabel(this))
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(QStringLiteral("trimBar"));
    auto *fields = new QHBoxLayout(m_left);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(6);
    for (const Field field : {Field::In, Field::Out, Field::Length})
        addField(field, fields);
    fields->addStretch(1);

    auto *row = new QHBoxLayout(m_right);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sentence->setObjectName(QStringLiteral("trimText"));
    m_sentence->setProperty("secondary", true);
    row->addSpacing(4);
    row->addWidget(m_sentence, 1);
    row->addSpacing(4);
    using Glyph = GlyphButton::Glyph;
    addButton(Glyph::PreviousPiece, "trimPrevious", actions.trimPrevious, row);
    addButton(Glyph::AroundPlayhead, "trimAround", actions.trimAround, row);
    addButton(Glyph::NextPiece, "trimNext", actions.trimNext, row);
    addMenu(actions, row);
    row->addSpacing(4);
    addButton(Glyph::ZoomOut, "stripZoomOut", actions.zoomOut, row);
    addButton(Glyph::ZoomIn, "stripZoomIn", actions.zoomIn, row);

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_left);
    m_layout->addWidget(m_right, 1);
    setPiece({}, {});
}

void TrimBar::addField(Field field, QBoxLayout *row)
{
    auto *edit = new MomentEdit(m_left);
    QString title;
    QString hint;
    switch (field) {
    case Field::In:
        edit->setObjectName(QStringLiteral("trimInField"));
        title = tr("In");
        hint = tr("Where the piece begins: a time such as 1:02.5 or 62.5, or f1500 for a frame");
        edit->setAccessibleName(tr("Begin of the piece"));
        break;
    case Field::Out:
        edit->setObjectName(QStringLiteral("trimOutField"));
        title = tr("Out");
        hint = tr("Where the piece ends: a time such as 1:02.5 or 62.5, or f1500 for its last frame");
        edit->setAccessibleName(tr("End of the piece"));
        break;
    case Field::Length:
        edit->setObjectName(QStringLiteral("trimLengthField"));
        title = tr("Length");
        hint = tr("How long the piece is: seconds such as 5 or 2.5, or f90 for 90 frames");
        edit->setAccessibleName(tr("Length of the piece"));
        break;
    }
    edit->setToolTip(hint);
    edit->setAccessibleDescription(hint);
    auto *label = new QLabel(title, m_left);
    label->setProperty("secondary", true);
    label->setBuddy(edit);
    if (field != Field::In)
        row->addSpacing(4);
    row->addWidget(label);
    row->addWidget(edit);
    m_fields[std::size_t(field)] = edit;
    connect(edit, &MomentEdit::typed, this,
            [this, field](const QString &text) { Q_EMIT typed(field, text); });
    connect(edit, &MomentEdit::stepped, this, [this, field](int frames) { Q_EMIT stepped(field, frames); });
}

void TrimBar::addButton(GlyphButton::Glyph glyph, const char *name, QAction *action, QBoxLayout *row)
{
    auto *button = new GlyphButton(glyph, QString::fromLatin1(name), m_right);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setAccessibleName(action->text());
        button->setToolTip(
            tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    row->addWidget(button);
}

void TrimBar::addMenu(const ViewerActions &actions, QBoxLayout *row)
{
    auto *button = new GlyphButton(GlyphButton::Glyph::More, QStringLiteral("trimMore"), m_right);
    button->setAccessibleName(tr("More about the piece"));
    button->setToolTip(tr("More about the piece"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("trimMenu"));
    menu->addActions({actions.trimAround, actions.trimAroundLongest, actions.trimAll});
    menu->addSeparator();
    menu->addActions({actions.trimPrevious, actions.trimNext});
    menu->addSeparator();
    menu->addActions({actions.trimIn, actions.trimOut, actions.toIn, actions.toOut, actions.loop});
    menu->addSeparator();
    menu->addActions({actions.zoomPiece, actions.zoomAll, actions.zoomIn, actions.zoomOut});
    button->setMenu(menu);
    row->addWidget(button);
}

void TrimBar::setPiece(const Trim &piece, const TrimRange &range)
{
    const FrameBorders &borders = range.borders();
    const bool any = !range.isEmpty();
    if (any && (m_end != range.duration() || m_longest != range.longest())) {
        m_end = range.duration();
        m_longest = range.longest();
        for (const Field end : {Field::In, Field::Out})
            field(end)->reserve(m_end, borders.frames());
        field(Field::Length)->reserve(m_longest, borders.notBefore(m_longest));
    }
    const int in = borders.nearest(piece.in);
    const int out = borders.nearest(piece.out);
    field(Field::In)->setMoment(piece.in, any ? in + 1 : 0);
    field(Field::Out)->setMoment(piece.out, any ? out : 0);
    field(Field::Length)->setMoment(piece.length(), any ? out - in : 0);
    for (MomentEdit *edit : m_fields)
        edit->setEnabled(any);
}

QSize TrimBar::minimumSizeHint() const
{
    const int width = std::max(m_left->minimumSizeHint().width(), m_right->minimumSizeHint().width());
    return {width, m_layout->minimumSize().height()};
}

bool TrimBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void TrimBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

// In one row where there is room, the buttons below the fields where there is not.
void TrimBar::arrange()
{
    const int needed = m_left->sizeHint().width() + m_right->sizeHint().width() + m_layout->spacing();
    m_layout->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace retake
