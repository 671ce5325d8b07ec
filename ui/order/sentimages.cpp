// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/sentimages.h"

#include "model/order.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/poolwork.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>

namespace retake {

namespace {

constexpr int side = 64;

// A whole picture in a square, whatever its shape.
class SentPicture : public QWidget
{
public:
    SentPicture(const QString &file, QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(side, side);
        const int pixels = qRound(side * devicePixelRatioF());
        inPool(
            this,
            [file, pixels] {
                QImageReader reader(file);
                reader.setDecideFormatFromContent(true);
                reader.setAutoTransform(true);
                const QSize whole = reader.size();
                if (whole.isValid())
                    reader.setScaledSize(whole.scaled(pixels, pixels, Qt::KeepAspectRatio));
                return reader.read();
            },
            [this](const QImage &image) {
                m_image = image;
                update();
            });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const Tokens t = Theme::current();
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(rect(), 6, 6);
        if (m_image.isNull())
            return;
        QPainterPath frame;
        frame.addRoundedRect(rect(), 6, 6);
        painter.setClipPath(frame);
        const QSizeF shown = QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio);
        painter.drawImage(
            QRectF(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown), m_image);
    }

private:
    QImage m_image;
};

} // namespace

SentImages::SentImages(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("sentImages"));
    setGaps(m_column, 0, 0, 0, 0, 10);
}

void SentImages::say(const QList<SentReference> &references)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (qsizetype i = 0; i < references.size(); ++i) {
        m_rows.append(makeRow(int(i) + 1, references[i]));
        m_column->addWidget(m_rows.constLast());
    }
}

QWidget *SentImages::makeRow(int number, const SentReference &reference)
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("sentImage%1").arg(number));
    auto *words = new QVBoxLayout;
    setGaps(words, 0, 0, 0, 0, 2);
    auto *name = new ElidedLabel(row, Qt::ElideMiddle);
    name->setTextFormat(Qt::PlainText);
    QString facts;
    if (isRemoteMedia(reference.sent)) {
        const bool carried = reference.sent.startsWith(u"data:", Qt::CaseInsensitive);
        name->setText(tr("Image %1").arg(number) +
                      (carried ? QString() : u" · " + QUrl(reference.sent).fileName()));
        facts =
            carried ? tr("Sent inside the order, as it is") : tr("The service fetches this address itself");
    } else {
        name->setText(tr("Image %1").arg(number) + u" · " + QFileInfo(reference.source).fileName());
        facts = tr("%1 × %2 · %3")
                    .arg(reference.size.width())
                    .arg(reference.size.height())
                    .arg(bytesText(reference.bytes));
    }
    words->addStretch(1);
    words->addWidget(name);
    const auto add = [row, words](const QString &text) {
        QLabel *label = makeLabel(text, "secondary", row);
        label->setProperty("small", true);
        label->setWordWrap(true);
        words->addWidget(label);
    };
    add(facts);
    if (!reference.remarks.isEmpty())
        add(reference.remarks.join(tr("; ")));
    words->addStretch(1);
    auto *line = new QHBoxLayout(row);
    setGaps(line, 0, 0, 0, 0, 10);
    line->addWidget(new SentPicture(isRemoteMedia(reference.sent) ? QString() : reference.sent, row), 0,
                    Qt::AlignTop);
    line->addLayout(words, 1);
    return row;
}

} // namespace retake
