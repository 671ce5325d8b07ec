// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/referenceslot.h"

#include "model/order.h"
#include "ui/order/imagechips.h"
#include "ui/order/slotpicture.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/poolwork.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QUrl>

namespace retake {

namespace {

QString slotFormat()
{
    return QStringLiteral("application/x-retake-slot");
}

QToolButton *makeCornerButton(const QString &name, QWidget *slot)
{
    auto *button = new QToolButton(slot);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::NoFocus); // a key of the slot does the same
    button->setStyleSheet(QStringLiteral(
        "QToolButton { background: rgba(12, 13, 16, 190); color: #f2f3f7; border: 0; border-radius: 9px;"
        " padding: 0; min-width: 18px; max-width: 18px; min-height: 18px; max-height: 18px; }"));
    button->setCursor(Qt::ArrowCursor);
    button->hide();
    return button;
}

} // namespace

ReferenceSlot::ReferenceSlot(int index, QWidget *parent)
    : QAbstractButton(parent)
    , m_index(index)
    , m_remove(makeCornerButton(QStringLiteral("referenceRemove%1").arg(index + 1), this))
    , m_crop(makeCornerButton(QStringLiteral("referenceCrop%1").arg(index + 1), this))
{
    setObjectName(QStringLiteral("referenceSlot%1").arg(index + 1));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumSize(side, side);
    setMaximumWidth(side * 3 / 2);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_remove->setText(QStringLiteral("×"));
    m_remove->setAccessibleName(tr("Remove reference image %1").arg(index + 1));
    m_remove->setToolTip(tr("Remove"));
    m_crop->setIcon(themedIcon(QStringLiteral("crop"), Ink::OnCanvas));
    m_crop->setIconSize(QSize(13, 13));
    m_crop->setAccessibleName(tr("Crop reference image %1").arg(index + 1));
    m_crop->setToolTip(tr("Crop… (C)"));
    m_crop->move(4, 4);
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeWanted(m_index); });
    connect(m_crop, &QToolButton::clicked, this, [this] { Q_EMIT cropWanted(m_index); });
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT browseWanted(m_index); });
    describe();
}

bool ReferenceSlot::mayCrop() const
{
    return isFilled() && !isRemoteMedia(m_reference.source);
}

void ReferenceSlot::setReference(const Reference &reference, const MediaLimits &limits)
{
    if (reference == m_reference)
        return;
    m_reference = reference;
    m_picture = {};
    m_changes.clear();
    describe();
    showButtons();
    update();
    if (!mayCrop())
        return;
    inPool(
        this, [reference, limits] { return pictureOf(reference, limits, 2 * side); },
        [this, reference](const SlotPicture &picture) {
            if (reference != m_reference)
                return;
            m_picture = picture.square;
            m_changes = picture.changes;
            describe();
            update();
        });
}

void ReferenceSlot::describe()
{
    const QString &source = m_reference.source;
    if (source.isEmpty()) {
        setAccessibleName(tr("Reference image %1, empty").arg(m_index + 1));
        setToolTip(tr("Add a reference image: click, drop or paste"));
        return;
    }
    const QString host = QUrl(source).host();
    const QString name = mayCrop()        ? QFileInfo(source).fileName()
                         : host.isEmpty() ? tr("a picture in the address itself")
                                          : tr("from %1").arg(host);
    setAccessibleName(tr("Reference image %1: %2").arg(m_index + 1).arg(name));
    setAccessibleDescription(m_changes.join(tr(", ")));
    QStringList lines{name};
    if (!mayCrop())
        lines.append(tr("The service fetches it from there; it is not read here"));
    if (!m_changes.isEmpty())
        lines.append(tr("Before sending: %1").arg(m_changes.join(tr(", "))));
    lines.append(mayCrop() ? tr("Click to choose another, C to crop, drag to reorder, Delete to remove")
                           : tr("Click to choose another, drag to reorder, Delete to remove"));
    setToolTip(lines.join(u'\n'));
}

void ReferenceSlot::showButtons()
{
    const bool near = underMouse() || hasFocus();
    m_remove->setVisible(isFilled() && near);
    m_crop->setVisible(mayCrop() && (near || m_reference.isCropped()));
}

void ReferenceSlot::paintEvent(QPaintEvent *)
{
    const Tokens t = Theme::current();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    const bool lit = hasFocus() || m_dropHere;
    QPainterPath outline;
    outline.addRoundedRect(frame, 7, 7);
    if (!isFilled()) {
        const bool near = lit || underMouse();
        if (near)
            painter.fillPath(outline, t.raised);
        QPen pen(lit ? t.accent : (near ? t.second : t.line), 1.5, lit ? Qt::SolidLine : Qt::CustomDashLine);
        if (!lit)
            pen.setDashPattern({3, 2.5});
        painter.setPen(pen);
        painter.drawPath(outline);
        themedIcon(QStringLiteral("plus"), near ? Ink::Text : Ink::Second)
            .paint(&painter, QRect(width() / 2 - 11, height() / 2 - 11, 22, 22));
        return;
    }
    painter.save();
    painter.setClipPath(outline);
    painter.fillPath(outline, t.raised);
    if (!m_picture.isNull()) {
        const QSizeF whole = QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(
            QRectF(QPointF((width() - whole.width()) / 2, (height() - whole.height()) / 2), whole),
            m_picture);
    } else if (!mayCrop()) {
        themedIcon(QStringLiteral("image"), Ink::Second)
            .paint(&painter, QRect(width() / 2 - 11, height() / 2 - 16, 22, 22));
    }
    painter.restore();

    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    const QString badge = tr("Image %1").arg(m_index + 1);
    const QFontMetrics metrics(small);
    const QRectF plate(4, side - metrics.height() - 8,
                       std::min(metrics.horizontalAdvance(badge) + 10, side - 8), metrics.height() + 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(12, 13, 16, 190));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(t.onCanvas);
    painter.drawText(plate, Qt::AlignCenter,
                     metrics.elidedText(badge, Qt::ElideRight, int(plate.width()) - 6));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(lit ? t.accent : t.line, lit ? 2 : 1));
    painter.drawPath(outline);
}

void ReferenceSlot::resizeEvent(QResizeEvent *)
{
    m_remove->move(width() - 22, 4);
}

void ReferenceSlot::keyPressEvent(QKeyEvent *event)
{
    const bool filled = isFilled();
    if (filled && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeWanted(m_index);
    } else if (filled && event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Left) {
        Q_EMIT moveWanted(m_index, m_index - 1);
    } else if (filled && event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Right) {
        Q_EMIT moveWanted(m_index, m_index + 1);
    } else if (mayCrop() && event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier) {
        Q_EMIT cropWanted(m_index);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               event->modifiers() == Qt::NoModifier) {
        Q_EMIT browseWanted(m_index);
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void ReferenceSlot::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QAbstractButton::mousePressEvent(event);
}

void ReferenceSlot::mouseMoveEvent(QMouseEvent *event)
{
    const bool far =
        (event->position().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (isFilled() && (event->buttons() & Qt::LeftButton) && far) {
        setDown(false);
        drag();
        return;
    }
    QAbstractButton::mouseMoveEvent(event);
}

void ReferenceSlot::drag()
{
    auto *drag = new QDrag(this);
    auto *carried = new QMimeData;
    carried->setData(slotFormat(), QByteArray::number(m_index));
    drag->setMimeData(carried);
    const QPixmap picture = grab();
    drag->setPixmap(picture);
    drag->setHotSpot(m_pressed);
    drag->exec(Qt::MoveAction);
}

void ReferenceSlot::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("referenceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(!isFilled() ? tr("Choose an image…") : tr("Choose another image…"), this,
                    [this] { Q_EMIT browseWanted(m_index); });
    if (isFilled()) {
        menu->addAction(themedIcon(QStringLiteral("crop")), tr("Crop…"), this,
                        [this] { Q_EMIT cropWanted(m_index); })
            ->setEnabled(mayCrop());
        menu->addAction(tr("Mention it in the instruction"), this, [this] { Q_EMIT mentionWanted(m_index); });
        menu->addAction(tr("Move left"), this, [this] { Q_EMIT moveWanted(m_index, m_index - 1); })
            ->setEnabled(m_index > 0);
        menu->addAction(tr("Move right"), this, [this] { Q_EMIT moveWanted(m_index, m_index + 1); });
        menu->addSeparator();
        menu->addAction(themedIcon(QStringLiteral("trash")), tr("Remove"), this,
                        [this] { Q_EMIT removeWanted(m_index); });
    }
    menu->popup(event->globalPos());
}

void ReferenceSlot::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    showButtons();
    update();
}

void ReferenceSlot::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    showButtons();
    update();
}

void ReferenceSlot::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    showButtons();
}

void ReferenceSlot::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    showButtons();
}

void ReferenceSlot::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(slotFormat()) && !carriesMedia(event->mimeData()))
        return;
    event->acceptProposedAction();
    m_dropHere = true;
    update();
}

void ReferenceSlot::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHere = false;
    update();
}

void ReferenceSlot::dropEvent(QDropEvent *event)
{
    m_dropHere = false;
    update();
    const QMimeData *dropped = event->mimeData();
    if (dropped->hasFormat(slotFormat())) {
        event->acceptProposedAction();
        Q_EMIT moveWanted(dropped->data(slotFormat()).toInt(), m_index);
        return;
    }
    const DroppedMedia media = mediaIn(dropped);
    if (media.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT mediaGiven(m_index, media);
}

} // namespace retake
