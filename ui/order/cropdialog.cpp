// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/cropdialog.h"

#include "session/errorsentence.h"
#include "ui/order/cropframe.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/poolwork.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace retake {

namespace {

constexpr QSize shownSize(1280, 840);

QString sentenceOf(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    return QString(sentence.title + u' ' + sentence.advice).trimmed();
}

} // namespace

CropDialog::CropDialog(const Reference &reference, int number, QSize clip, const MediaLimits &limits,
                       QWidget *parent)
    : QDialog(parent)
    , m_reference(reference)
    , m_limits(limits)
    , m_frame(new CropFrame(this))
    , m_shape(makeCombo(QStringLiteral("cropShape"), tr("Shape"), this))
    , m_whole(makeButton(QStringLiteral("cropWhole"), tr("Whole picture"), ButtonLook::Flat, this))
    , m_summary(makeLabel(tr("Reading the picture…"), "secondary", this))
    , m_accept(makeButton(QStringLiteral("cropAccept"), tr("Crop"), ButtonLook::Primary, this))
{
    setObjectName(QStringLiteral("cropDialog"));
    setWindowTitle(tr("Crop image %1: %2").arg(number).arg(QFileInfo(reference.source).fileName()));
    m_summary->setObjectName(QStringLiteral("cropSummary"));
    m_summary->setWordWrap(true);
    QPushButton *cancel = makeButton(QStringLiteral("cropCancel"), tr("Cancel"), ButtonLook::Plain, this);
    m_accept->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 16, 16, 16, 14, 12);
    column->addWidget(m_frame, 1);
    column->addWidget(makeControls(clip));
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_frame, &CropFrame::cropChanged, this, &CropDialog::followFrame);
    m_accept->setEnabled(false);
    resize(760, 600);
    inPool(
        this,
        [file = reference.source] {
            Loaded loaded{readReference(file), {}};
            if (loaded.info) {
                const QSize fit = loaded.info->size.scaled(shownSize, Qt::KeepAspectRatio);
                loaded.picture = readImageFor(file, {}, fit.boundedTo(loaded.info->size));
            }
            return loaded;
        },
        [this](const Loaded &loaded) { show(loaded); });
}

QWidget *CropDialog::makeControls(QSize clip)
{
    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    setGaps(row, 0, 0, 0, 0, 8);
    m_shape->addItem(tr("Any shape"), 0.0);
    m_shape->addItem(QStringLiteral("1:1"), 1.0);
    m_shape->addItem(QStringLiteral("16:9"), 16.0 / 9);
    m_shape->addItem(QStringLiteral("9:16"), 9.0 / 16);
    if (!clip.isEmpty())
        m_shape->addItem(tr("As the clip"), double(clip.width()) / clip.height());
    row->addWidget(m_shape);
    row->addWidget(m_whole);
    row->addStretch(1);

    const struct
    {
        const char *name;
        QString label;
        QString said;
    } fields[] = {{"cropX", tr("X"), tr("Left edge in pixels")},
                  {"cropY", tr("Y"), tr("Upper edge in pixels")},
                  {"cropWidth", tr("W"), tr("Width in pixels")},
                  {"cropHeight", tr("H"), tr("Height in pixels")}};

    for (size_t i = 0; i < m_numbers.size(); ++i) {
        auto *number = new QSpinBox(controls);
        number->setObjectName(QString::fromLatin1(fields[i].name));
        number->setAccessibleName(fields[i].said);
        number->setToolTip(fields[i].said);
        number->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("88888")) + 52);
        number->setKeyboardTracking(false); // a half-typed number moves nothing
        QLabel *label = makeLabel(fields[i].label, "secondary", controls);
        label->setBuddy(number);
        row->addWidget(label);
        row->addWidget(number);
        connect(number, &QSpinBox::valueChanged, this, &CropDialog::followNumbers);
        m_numbers[i] = number;
    }
    connect(m_shape, &QComboBox::activated, this, &CropDialog::chooseShape);
    connect(m_whole, &QPushButton::clicked, this, [this] {
        m_shape->setCurrentIndex(0);
        m_frame->setShape(0);
        m_frame->setCrop(QRect({0, 0}, m_info.size));
    });
    controls->setObjectName(QStringLiteral("cropControls"));
    controls->setEnabled(false);
    return controls;
}

void CropDialog::show(const Loaded &loaded)
{
    if (!loaded.info || loaded.picture.isNull()) {
        m_summary->setText(sentenceOf(
            loaded.info ? Error{ErrorKind::ImageUnreadable, {m_reference.source}, {}, {}, {}, 0, std::nullopt}
                        : loaded.info.error()));
        Theme::mark(m_summary, "danger", true);
        return;
    }
    m_info = *loaded.info;
    const std::array most{m_info.size.width(), m_info.size.height(), m_info.size.width(),
                          m_info.size.height()};
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        const QSignalBlocker quiet(m_numbers[i]);
        m_numbers[i]->setRange(i < 2 ? 0 : std::min(smallestReferenceSide, most[i]), most[i]);
    }
    findChild<QWidget *>(QStringLiteral("cropControls"))->setEnabled(true);
    m_frame->setPicture(loaded.picture, m_info.size);
    m_frame->setCrop(pixelsOf(m_reference.crop, m_info.size));
    m_frame->setFocus();
    followFrame();
}

void CropDialog::chooseShape()
{
    m_frame->setShape(m_shape->currentData().toDouble());
    m_frame->setFocus();
}

void CropDialog::followFrame()
{
    const QRect crop = m_frame->crop();
    const std::array values{crop.x(), crop.y(), crop.width(), crop.height()};
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        const QSignalBlocker quiet(m_numbers[i]);
        m_numbers[i]->setValue(values[i]);
    }
    m_whole->setEnabled(crop.size() != m_info.size);
    judge();
}

void CropDialog::followNumbers()
{
    m_shape->setCurrentIndex(0); // what is typed may have any shape
    m_frame->setShape(0);
    m_frame->setCrop(
        {m_numbers[0]->value(), m_numbers[1]->value(), m_numbers[2]->value(), m_numbers[3]->value()});
    followFrame(); // also what was typed and is held
}

void CropDialog::judge()
{
    const auto plan = planReference(m_info, crop(), m_limits);
    m_accept->setEnabled(plan.has_value());
    Theme::mark(m_summary, "danger", !plan);
    if (!plan) {
        m_summary->setText(sentenceOf(plan.error()));
        return;
    }
    const auto sides = [](QSize size) {
        return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
    };
    m_summary->setText(plan->size == plan->cut.size()
                           ? tr("%1 pixels").arg(sides(plan->size))
                           : tr("%1 pixels, sent as %2").arg(sides(plan->cut.size()), sides(plan->size)));
}

QRectF CropDialog::crop() const
{
    const QRect crop = m_frame->crop();
    if (m_info.size.isEmpty() || crop.size() == m_info.size)
        return {};
    const QSizeF whole(m_info.size);
    return {crop.x() / whole.width(), crop.y() / whole.height(), crop.width() / whole.width(),
            crop.height() / whole.height()};
}

} // namespace retake
