// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace retake {

// One after the other in reading order, in a further line where the room ends. Hidden widgets take none.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    FlowLayout(QWidget *parent, int gap, int lineGap);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &room) override;

private:
    enum class Placing { Measure, Place };

    int arrange(const QRect &room, Placing placing) const; // gives the height

    QList<QLayoutItem *> m_items;
    int m_gap;
    int m_lineGap;
};

} // namespace retake
