// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sentreference.h"

#include <QWidget>

class QVBoxLayout;

namespace retake {

// The reference images as they are sent, in slot order: picture, size, weight, and what was done to them.
class SentImages : public QWidget
{
    Q_OBJECT
public:
    explicit SentImages(QWidget *parent = nullptr);

    void say(const QList<SentReference> &references);

private:
    QWidget *makeRow(int number, const SentReference &reference);

    QVBoxLayout *m_column;
    QList<QWidget *> m_rows;
};

} // namespace retake
