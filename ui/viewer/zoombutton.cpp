// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/zoombutton.h"

#include "ui/viewer/canvasactions.h"
#include "ui/viewer/comparecanvas.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <array>
#include <cmath>

namespace retake {

namespace {

constexpr std::array offeredScales{0.5, 2.0, 4.0, 8.0, 16.0};

} // namespace

ZoomButton::ZoomButton(CompareCanvas &canvas, const CanvasActions &actions, QWidget *parent)
    : QToolButton(parent)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("zoomButton"));
    setProperty("flat", true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Zoom; the wheel on the pictures does the same"));
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("zoomMenu"));
    QAction *fit = menu->addAction(tr("Fit"), actions.zoomFit, &QAction::trigger);
    fit->setObjectName(QStringLiteral("zoomFit"));
    fit->setShortcut(actions.zoomFit->shortcut());
    QAction *actual =
        menu->addAction(tr("%1: actual pixels").arg(textOf(1)), actions.zoomActual, &QAction::trigger);
    actual->setObjectName(QStringLiteral("zoomActual"));
    actual->setShortcut(actions.zoomActual->shortcut());
    // They are written here for the eye; the keys themselves belong to the viewer's actions.
    for (QAction *action : {fit, actual})
        action->setShortcutContext(Qt::WidgetShortcut);
    menu->addSeparator();
    for (const double scale : offeredScales) {
        QAction *choice = menu->addAction(textOf(scale), this, [this, scale] { m_canvas.zoomTo(scale); });
        choice->setObjectName(QStringLiteral("zoom%1").arg(std::lround(scale * 100)));
    }
    setMenu(menu);
    connect(&m_canvas, &CompareCanvas::displaySizeChanged, this, &ZoomButton::showZoom);
    connect(&m_canvas, &CompareCanvas::zoomChanged, this, &ZoomButton::showZoom);
    showZoom();
}

QString ZoomButton::textOf(double scale) const
{
    return tr("%1 %").arg(QLocale().toString(std::lround(scale * 100)));
}

void ZoomButton::showZoom()
{
    const QString text = m_canvas.isFitted() ? tr("Fit") : textOf(m_canvas.scale());
    setText(text);
    setAccessibleName(tr("Zoom: %1").arg(text));
}

QSize ZoomButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const auto wide = [&](const QString &text) { return metrics.horizontalAdvance(text); };
    const int longest = std::max({wide(tr("Fit")), wide(textOf(CompareCanvas::largestScale)), wide(text())});
    const QSize own = QToolButton::sizeHint();
    return {own.width() - wide(text()) + longest, own.height()};
}

} // namespace retake
