// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/widgets/picturefiles.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace retake {

class Draft;
class Paths;
class ReferenceSlot;

// The reference images of the draft, as many slots as the model takes, with the sentence about a refused one
// right below.
class ReferenceRow : public QWidget
{
    Q_OBJECT
public:
    ReferenceRow(Draft &draft, const Paths &paths, QWidget *parent = nullptr);

    void add(const DroppedMedia &media); // its pictures; pixels are written into the work folder first
    void showFault(const Error &error);
    void focusFirst();

Q_SIGNALS:
    void videosGiven(const QStringList &files); // dropped here, but meant for the window
    void mentionWanted(int number);             // from 1
    void reordered(const QList<int> &order);    // order[i]: the old place of what now stands at i

private:
    void follow();
    void browse(int slot);
    void crop(int slot);
    void give(int slot, const DroppedMedia &media);
    void put(int slot, const QStringList &files);
    void keepPixels(int slot, const QImage &image);
    void move(int from, int to);
    void remove(int slot);
    void makeSlots(int count);

    Draft &m_draft;
    const Paths &m_paths;
    QLabel *m_count;
    QLabel *m_fault;
    QHBoxLayout *m_row;
    QList<ReferenceSlot *> m_slots;
};

} // namespace retake
