// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/showndialog.h"

#include "ui/remake/emptystate.h"
#include "ui/remake/remakewords.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"
#include "ui/widgets/poolwork.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QGridLayout>
#include <QImageReader>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

namespace retake {

namespace {

constexpr int columns = 4;
constexpr QSize pictureRoom(168, 110);

QImage readSmall(const QString &file)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(pictureRoom * 2, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

ShownDialog::ShownDialog(Dialogue &dialogue, QWidget *parent)
    : QDialog(parent)
    , m_dialogue(dialogue)
    , m_words(makeLabel({}, nullptr, this))
    , m_price(makeLabel({}, "secondary", this))
    , m_pictures(new QWidget)
    , m_grid(new QGridLayout(m_pictures))
{
    setObjectName(QStringLiteral("shownDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What is sent"));
    m_words->setObjectName(QStringLiteral("shownWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_price->setObjectName(QStringLiteral("shownPrice"));
    m_pictures->setProperty("panel", QStringLiteral("clear"));
    m_grid->setContentsMargins(0, 0, 10, 0);
    m_grid->setSpacing(12);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("shownPictures"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_pictures);
    QPushButton *close = makeButton(QStringLiteral("closeShownButton"), tr("Close"), ButtonLook::Plain, this);
    auto *foot = new QHBoxLayout;
    setGaps(foot, 0, 0, 0, 0, 12);
    foot->addWidget(m_price, 1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 16, 16, 16, 14, 12);
    column->addWidget(m_words);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    resize(780, 560);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_dialogue, &Dialogue::shownChanged, this, &ShownDialog::follow);
    connect(&m_dialogue, &Dialogue::activityChanged, this, &ShownDialog::follow);
    connect(&m_dialogue, &Dialogue::opened, this, &QDialog::reject);
    follow();
}

void ShownDialog::follow()
{
    const QString name = m_dialogue.describer().name.in(QLocale().name());
    const QList<ShownPart> &shown = m_dialogue.shown();
    QString words;
    switch (m_dialogue.showing()) {
    case Showing::Address:
        words = tr("%1 is told this address, and fetches the video from there:").arg(name) + u'\n' +
                m_dialogue.address();
        break;
    case Showing::SmallVideo:
        words = shown.isEmpty() ? tr("A small video of the clip is being made…")
                                : tr("%1 is sent a small silent video of the clip (%2), inside the request.")
                                      .arg(name, bytesText(QFileInfo(shown.constFirst().source).size()));
        break;
    case Showing::Frames:
        words = shown.isEmpty()
                    ? tr("The pictures are being taken…")
                    : tr("%1 is sent these %2 pictures of the clip and their times, inside the request. "
                         "Sound is not sent.")
                          .arg(name)
                          .arg(shown.size());
        break;
    }
    const bool pictures = m_dialogue.showing() == Showing::Frames;
    if (shown.isEmpty() && m_dialogue.activity() == Dialogue::Activity::Idle &&
        m_dialogue.showing() != Showing::Address)
        words = tr("Nothing is ready to be sent.");
    m_words->setText(words);
    const QString price = describePrice(m_dialogue);
    m_price->setText(price.isEmpty() ? tr("Price unknown") : tr("One description: %1").arg(price));
    if (shown == m_shown && pictures)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!pictures)
        return;
    for (qsizetype i = 0; i < shown.size(); ++i)
        addPicture(shown[i], int(i));
    m_grid->setRowStretch(int(shown.size()) / columns + 1, 1);
}

void ShownDialog::addPicture(const ShownPart &part, int place)
{
    auto *cell = new QWidget(m_pictures);
    auto *column = new QVBoxLayout(cell);
    setGaps(column, 0, 0, 0, 0, 4);
    QLabel *picture = makeLabel({}, nullptr, cell);
    picture->setObjectName(QStringLiteral("shownPicture%1").arg(place + 1));
    picture->setFixedSize(pictureRoom);
    picture->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    QLabel *time = makeLabel(timeInClip(part.time), "secondary", cell);
    time->setProperty("small", true);
    column->addWidget(picture);
    column->addWidget(time);
    m_grid->addWidget(cell, place / columns, place % columns, Qt::AlignLeft | Qt::AlignTop);
    const qreal ratio = devicePixelRatioF();
    inPool(
        picture, [file = part.source] { return readSmall(file); },
        [picture, ratio](const QImage &image) {
            if (image.isNull())
                return;
            QPixmap pixmap = QPixmap::fromImage(
                image.scaled(pictureRoom * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
            pixmap.setDevicePixelRatio(ratio);
            picture->setPixmap(pixmap);
        });
}

} // namespace retake
