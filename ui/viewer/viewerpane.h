// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/order.h"
#include "model/sentframes.h"
#include "playback/side.h"
#include "session/comparison.h"
#include "ui/viewer/viewerpair.h"
#include "ui/viewer/viewerversion.h"
#include "ui/viewer/viewmode.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

namespace retake {

class GridControl;
class PairPlayer;

// The middle of the window: view modes and pickers, the canvas, the transport, the filmstrip with the trim.
// Signals about choices are sent for what the person does, never for what a setter did.
class ViewerPane : public QWidget
{
    Q_OBJECT
public:
    using Mode = ViewMode;

    explicit ViewerPane(QWidget *parent = nullptr);
    ~ViewerPane() override;

    // What the pickers offer. The entries shown stay chosen by their ids; in the grid, those that are left.
    void setVersions(const QList<ViewerVersion> &versions);

    // Shows a file on a side; `id` selects its entry in the picker. `offset` is the moment of Before that the
    // first frame of After belongs to: the trim's in-point of the order that made the take. `sent` tells it
    // frame by frame, when Before is the version that the take was made from. With `known` the filmstrip does
    // not wait for the file to be read once more.
    void showBefore(const QString &file, const QString &title, qint64 id,
                    const std::optional<ClipInfo> &known = std::nullopt);
    void showAfter(const QString &file, const QString &title, qint64 id, Microseconds offset = {},
                   const SentFrames &sent = {});
    void clearAfter();
    void setProxy(const QString &file,
                  const QString &proxy); // for whichever side shows the file, now or later
    void clear();                        // both sides, the trim too

    // From now on what is shown on both sides is measured by it, and the strip below the filmstrip tells. It
    // outlives the pane.
    void useComparison(Comparison &comparison);
    // Of what is shown as After; a new clip has no frames that belong to those of Before. Until said anew.
    void setFramesCorrespond(ComparedPair::Frames frames);

    void setTrim(const std::optional<Trim> &trim); // none: the whole clip
    std::optional<Trim> trim() const;
    void setCrop(const QRectF &part); // of Before, 0 to 1 each way: what is sent; null: all of the picture
    void setTrimLimits(double minSeconds, double maxSeconds); // what the model takes; 0, 0: no limits

    // The mode that the person wishes; while there is nothing to compare with, a single picture is shown.
    void setMode(Mode mode);
    Mode mode() const;

    // Hidden: the pictures alone, edge to edge; side by side they meet in the pane's middle.
    void setSurroundings(Surroundings surroundings);
    void hideSaving(); // for a pane whose After is never a take

    ViewerPair shownPair() const;

    PairPlayer *player() const;
    GridControl &grid() const;

    // QWidget::actions() has every key of the viewer as an action with text and object name. They work while
    // the focus is inside the pane; add them to another widget to widen that.

Q_SIGNALS:
    void beforeChosen(qint64 id);
    void afterChosen(qint64 id);
    void fileWanted(retake::Side side); // the entry that asks for a file was chosen; of the grid, too
    void saveRequested();
    void trimChanged(const std::optional<retake::Trim> &trim);
    void pictureCopied();
    void pictureSaved(const QString &file);
    void outputFailed(const retake::Error &error);
    void failed(retake::Side side, const retake::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
