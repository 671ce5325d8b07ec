// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/firstrunpage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace retake {

FirstRunPage::FirstRunPage(Sample sample, QWidget *parent)
    : QWidget(parent)
    , m_zone(new QFrame(this))
{
    setObjectName(QStringLiteral("firstRunPage"));
    setProperty("panel", QStringLiteral("canvas"));
    setAttribute(Qt::WA_StyledBackground);
    auto *middle = new QVBoxLayout;
    setGaps(middle, 0, 0, 0, 0, 18);
    middle->addStretch(1);
    middle->addWidget(makeZone(sample));
    middle->addWidget(makeSteps());
    middle->addStretch(1);
    auto *row = new QHBoxLayout(this);
    setGaps(row, 24, 24, 24, 24, 0);
    row->addStretch(1);
    row->addLayout(middle, 4);
    row->addStretch(1);
}

QWidget *FirstRunPage::makeZone(Sample sample)
{
    m_zone->setObjectName(QStringLiteral("dropZone"));
    m_zone->setProperty("dropzone", true);
    QLabel *title = makeLabel(tr("Drop a video here"), "title", m_zone);
    title->setProperty("canvas", true);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    QLabel *about = makeLabel(tr("MP4, MOV, MKV, WebM … any length. Retake trims and converts it to what the "
                                 "engine takes."),
                              "secondary", m_zone);
    about->setProperty("canvas", true);
    about->setAlignment(Qt::AlignCenter);
    about->setWordWrap(true);
    QPushButton *open =
        makeButton(QStringLiteral("firstOpenButton"), tr("Open video…"), ButtonLook::Primary, m_zone);
    QPushButton *trial =
        makeButton(QStringLiteral("sampleButton"), tr("Try the sample clip"), ButtonLook::Plain, m_zone);
    for (QPushButton *button : {open, trial})
        button->setProperty("big", true);
    trial->setVisible(sample == Sample::Offered);
    auto *buttons = new QHBoxLayout;
    setGaps(buttons, 0, 0, 0, 0, 8);
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(trial);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(m_zone);
    setGaps(column, 40, 58, 40, 56, 12);
    column->addWidget(title);
    column->addWidget(about);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &FirstRunPage::openWanted);
    connect(trial, &QPushButton::clicked, this, &FirstRunPage::sampleWanted);
    return m_zone;
}

QWidget *FirstRunPage::makeSteps()
{
    auto *steps = new QWidget(this);
    auto *row = new QHBoxLayout(steps);
    setGaps(row, 0, 0, 0, 0, 14);
    const auto add = [&](const QString &title, const QString &text) {
        auto *card = new QFrame(steps);
        card->setProperty("oncanvas", true);
        QLabel *head = makeLabel(title, "strong", card);
        QLabel *body = makeLabel(text, "secondary", card);
        body->setProperty("small", true);
        for (QLabel *label : {head, body}) {
            label->setProperty("canvas", true);
            label->setWordWrap(true);
        }
        auto *column = new QVBoxLayout(card);
        setGaps(column, 12, 12, 12, 12, 5);
        column->addWidget(head);
        column->addWidget(body);
        row->addWidget(card, 1);
    };
    add(tr("1 · Pick a clip"), tr("Trim it on the filmstrip"));
    add(tr("2 · Say what to change"), tr("Add up to four images"));
    add(tr("3 · Compare and save"), tr("Frame by frame, side by side"));
    return steps;
}

void FirstRunPage::setDropping(bool over)
{
    Theme::mark(m_zone, "over", over);
}

} // namespace retake
