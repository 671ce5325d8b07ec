// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/exportdialog.h"

#include "playback/comparisonexport.h"
#include "session/errorsentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

#include <cmath>

namespace retake {

namespace {

ComparisonForm formFor(ViewMode mode)
{
    switch (mode) {
    case ViewMode::Single:
    case ViewMode::SideBySide:
    case ViewMode::Difference:
    case ViewMode::Grid: // a comparison has two sides
        return ComparisonForm::SideBySide;
    case ViewMode::Wipe:
        return ComparisonForm::WipeSweep;
    case ViewMode::Blink:
        return ComparisonForm::Blink;
    }
    return ComparisonForm::SideBySide;
}

} // namespace

ExportDialog::ExportDialog(const ViewerPair &pair, QWidget *parent)
    : QDialog(parent)
    , m_pair(pair)
    , m_form(new QComboBox(this))
    , m_blink(new QDoubleSpinBox(this))
    , m_blinkLabel(new QLabel(tr("Each for"), this))
    , m_sound(new QComboBox(this))
    , m_labels(new QCheckBox(tr("Say which is which in the picture"), this))
    , m_piece(new QCheckBox(tr("Only the piece that is looped"), this))
    , m_progress(new QProgressBar(this))
    , m_sentence(new QLabel(this))
    , m_folder(new QPushButton(tr("Show in folder"), this))
    , m_start(new QPushButton(tr("Export…"), this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the comparison"));
    m_form->addItem(tr("Side by side"), int(ComparisonForm::SideBySide));
    const bool swapped = pair.order == ComparisonOrder::AfterFirst;
    m_form->addItem(swapped ? tr("Sweep from After to Before") : tr("Sweep from Before to After"),
                    int(ComparisonForm::WipeSweep));
    m_form->addItem(swapped ? tr("After and Before in turn") : tr("Before and After in turn"),
                    int(ComparisonForm::Blink));
    m_form->setCurrentIndex(m_form->findData(int(formFor(pair.mode))));
    m_sound->addItem(tr("Of Before"), int(ComparisonSound::Before));
    m_sound->addItem(tr("Of After"), int(ComparisonSound::After));
    m_sound->addItem(tr("None"), int(ComparisonSound::None));
    m_blink->setRange(0.1, 10);
    m_blink->setSingleStep(0.1);
    m_blink->setDecimals(1);
    m_blink->setValue(1);
    m_blink->setSuffix(tr(" s"));
    m_labels->setChecked(true);
    m_piece->setChecked(pair.piece.has_value());
    m_piece->setVisible(pair.piece.has_value());
    m_progress->setTextVisible(false);
    layOut();
    connect(m_form, &QComboBox::currentIndexChanged, this, [this] { follow(); });
    connect(m_start, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_made).absolutePath())); });
    follow();
}

void ExportDialog::layOut()
{
    const auto name = [](QWidget *widget, const char *object, const QString &accessible) {
        widget->setObjectName(QString::fromLatin1(object));
        widget->setAccessibleName(accessible);
    };
    name(m_form, "exportForm", tr("How it looks"));
    name(m_blink, "exportBlink", tr("Each for"));
    name(m_sound, "exportSound", tr("Sound"));
    name(m_labels, "exportLabels", m_labels->text());
    name(m_piece, "exportPiece", m_piece->text());
    name(m_progress, "exportProgress", tr("Progress"));
    name(m_folder, "exportFolder", m_folder->text());
    name(m_start, "exportStart", m_start->text());
    name(m_close, "exportClose", tr("Close"));
    m_sentence->setObjectName(QStringLiteral("exportSentence"));
    m_sentence->setWordWrap(true);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);

    auto *choices = new QFormLayout;
    choices->setHorizontalSpacing(16);
    choices->setVerticalSpacing(8);
    choices->addRow(tr("How it looks"), m_form);
    choices->addRow(m_blinkLabel, m_blink);
    choices->addRow(tr("Sound"), m_sound);
    choices->addRow(QString(), m_labels);
    if (m_pair.piece)
        choices->addRow(QString(), m_piece);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_folder);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    column->addLayout(choices);
    column->addWidget(m_progress);
    column->addWidget(m_sentence);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(440);
}

void ExportDialog::follow()
{
    const bool works = m_job != nullptr;
    const bool blinks = m_form->currentData().toInt() == int(ComparisonForm::Blink);
    m_blink->setVisible(blinks);
    m_blinkLabel->setVisible(blinks);
    for (QWidget *choice :
         std::initializer_list<QWidget *>{m_form, m_blink, m_sound, m_labels, m_piece, m_start})
        choice->setEnabled(!works);
    m_progress->setVisible(works);
    m_folder->setVisible(!works && !m_made.isEmpty());
    m_close->setText(works ? tr("Cancel") : tr("Close"));
    m_close->setAccessibleName(m_close->text());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
}

QString ExportDialog::suggestedFile() const
{
    const QFileInfo before(m_pair.half(Side::Before).file);
    return QString(
        before.absolutePath() + u'/' +
        tr("%1 compared with %2.mp4")
            .arg(before.completeBaseName(), QFileInfo(m_pair.half(Side::After).file).completeBaseName()));
}

void ExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the comparison"));
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("MP4 video (*.mp4)"));
    dialog->setDefaultSuffix(QStringLiteral("mp4"));
    dialog->setDirectory(QFileInfo(suggestedFile()).absolutePath());
    dialog->selectFile(QFileInfo(suggestedFile()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

ComparisonWish ExportDialog::wish() const
{
    ComparisonWish wish;
    wish.before = m_pair.half(Side::Before).file;
    wish.after = m_pair.half(Side::After).file;
    wish.pairing = m_pair.pairing;
    wish.order = m_pair.order;
    if (m_piece->isChecked())
        wish.piece = m_pair.piece;
    wish.form = ComparisonForm(m_form->currentData().toInt());
    wish.sound = ComparisonSound(m_sound->currentData().toInt());
    wish.blink = Microseconds(std::llround(m_blink->value() * 1e6));
    if (m_labels->isChecked())
        wish.labels = {QString(tr("Before") + u" · " + m_pair.half(Side::Before).title),
                       QString(tr("After") + u" · " + m_pair.half(Side::After).title)};
    return wish;
}

void ExportDialog::exportTo(const QString &file)
{
    if (m_job)
        return;
    const QString target = QFileInfo(file).absoluteFilePath();
    for (const Side side : bothSides) {
        if (QFileInfo(m_pair.half(side).file) == QFileInfo(target)) {
            m_sentence->setText(tr("This file is one of the two that are compared. Choose another name."));
            follow();
            return;
        }
    }
    m_made.clear();
    m_sentence->clear();
    m_progress->setRange(0, 0);
    m_job = new ComparisonExport(wish(), target, this);
    connect(m_job, &ComparisonExport::progress, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(m_job, &ComparisonExport::finished, this, &ExportDialog::ended);
    follow();
}

void ExportDialog::ended(const Result<QString> &file)
{
    m_job->deleteLater();
    m_job = nullptr;
    if (file) {
        m_made = *file;
        m_sentence->setText(tr("Saved as %1").arg(QFileInfo(*file).fileName()));
    } else if (file.error().kind == ErrorKind::ClipTooShort) {
        m_sentence->setText(tr("The two have no moment in common: nothing can be compared."));
    } else {
        const ErrorSentence sentence = sentenceFor(file.error());
        m_sentence->setText(QString(sentence.title + u' ' + sentence.advice));
    }
    follow();
}

} // namespace retake
