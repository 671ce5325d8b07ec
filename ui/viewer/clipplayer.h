// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace retake {

class PairPlayer;

// One clip with the transport below it and the viewer's keys: the pane without modes, pickers and trim.
class ClipPlayer : public QWidget
{
    Q_OBJECT
public:
    explicit ClipPlayer(QWidget *parent = nullptr);
    ~ClipPlayer() override;

    void open(const QString &file, const QString &title); // loops, and waits for Play
    void clear();

    QString file() const;
    PairPlayer *player() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake
