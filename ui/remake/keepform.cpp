// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/keepform.h"

#include "base/paths.h"
#include "media/clipstills.h"
#include "ui/order/parameterfields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTemporaryDir>

#include <memory>
#include <utility>

namespace retake {

namespace {

using Choice = RemakeDraft::Choice;

constexpr int largestSide = 4096; // px: a frame to be edited elsewhere is as large as the clip's

Error notWritable(const QString &path)
{
    Error error;
    error.kind = ErrorKind::NotWritable;
    error.facts = {path};
    return error;
}

QLabel *makeSentence(const char *name, QWidget *parent)
{
    QLabel *label = makeLabel({}, "secondary", parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setProperty("small", true);
    label->setWordWrap(true);
    return label;
}

} // namespace

QString choiceTitle(Choice choice)
{
    switch (choice) {
    case Choice::WordsOnly:
        return KeepForm::tr("Nothing but the words");
    case Choice::FirstFrame:
        return KeepForm::tr("First frame");
    case Choice::FirstAndLast:
        return KeepForm::tr("First and last frame");
    case Choice::EditedFrame:
        return KeepForm::tr("A frame I edited…");
    case Choice::References:
        return KeepForm::tr("Reference images");
    case Choice::SourceSound:
        return KeepForm::tr("The clip’s sound");
    }
    return {};
}

KeepForm::KeepForm(RemakeDraft &draft, const Dialogue &dialogue, const Paths &paths, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_dialogue(dialogue)
    , m_paths(paths)
    , m_what(makeCombo(QStringLiteral("keepChoice"), tr("Keep of the source"), this))
    , m_sentence(makeSentence("keepSentence", this))
    , m_save(
          makeButton(QStringLiteral("saveFrameButton"), tr("Save the first frame…"), ButtonLook::Plain, this))
    , m_sound(new QCheckBox(choiceTitle(Choice::SourceSound), this))
    , m_soundSentence(makeSentence("soundSentence", this))
{
    setObjectName(QStringLiteral("keepForm"));
    m_save->setProperty("link", true);
    m_save->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_save->setToolTip(tr("To change it in a picture editor, and bring it back as “A frame I edited”"));
    m_sound->setObjectName(QStringLiteral("keepSound"));
    m_sound->setAccessibleName(m_sound->text());
    m_sound->setToolTip(RemakeDraft::sentence(Choice::SourceSound));
    m_soundSentence->setText(RemakeDraft::sentence(Choice::SourceSound));
    auto *rows = new QWidget(this);
    QGridLayout *grid = ParameterFields::makeGrid(rows);
    ParameterFields::addRow(tr("Keep of the source"), m_what, grid);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 4);
    column->addWidget(rows);
    column->addWidget(m_sentence);
    column->addWidget(m_save);
    column->addWidget(m_sound);
    column->addWidget(m_soundSentence);
    connect(m_what, &QComboBox::activated, this,
            [this](int index) { choose(Choice(m_what->itemData(index).toInt())); });
    connect(m_sound, &QCheckBox::toggled, &m_draft, &RemakeDraft::setSourceSound);
    connect(m_save, &QPushButton::clicked, this, &KeepForm::saveFrame);
    connect(&m_draft, &RemakeDraft::changed, this, &KeepForm::follow);
    follow();
}

Choice KeepForm::inForce() const
{
    const Keeping &keeping = m_draft.keeping();
    if (keeping.first.from == KeptFrame::From::File)
        return Choice::EditedFrame;
    if (keeping.first.from == KeptFrame::From::Clip)
        return keeping.last.from == KeptFrame::From::Nothing ? Choice::FirstFrame : Choice::FirstAndLast;
    return Choice::WordsOnly;
}

void KeepForm::follow()
{
    const Choice now = inForce();
    const Choice suggested = m_draft.suggestion();
    {
        const QSignalBlocker quiet(m_what);
        m_what->clear();
        const auto offer = [this, suggested](Choice choice) {
            const QString title = choiceTitle(choice);
            m_what->addItem(choice == suggested ? tr("%1 (suggested)").arg(title) : title, int(choice));
            m_what->setItemData(m_what->count() - 1, RemakeDraft::sentence(choice), Qt::ToolTipRole);
        };
        offer(Choice::WordsOnly);
        if (m_draft.canKeepFirstFrame() || now == Choice::FirstFrame)
            offer(Choice::FirstFrame);
        if (m_draft.canKeepLastFrame() || now == Choice::FirstAndLast)
            offer(Choice::FirstAndLast);
        if (m_draft.canKeepFirstFrame() || now == Choice::EditedFrame)
            offer(Choice::EditedFrame);
        const int index = m_what->findData(int(now));
        m_what->setItemText(index, now == Choice::EditedFrame
                                       ? QFileInfo(m_draft.keeping().first.file).fileName()
                                       : choiceTitle(now));
        m_what->setCurrentIndex(index);
    }
    const QString sentence = RemakeDraft::sentence(now);
    m_sentence->setText(
        suggested == now
            ? sentence
            : QString(sentence + u'\n' + tr("Suggested for what you said: %1").arg(choiceTitle(suggested))));
    m_save->setVisible(m_draft.canKeepFirstFrame());
    m_save->setEnabled(m_dialogue.clip().has_value() && !m_still);
    const QSignalBlocker quiet(m_sound);
    m_sound->setChecked(m_draft.keeping().sourceSound);
    m_sound->setEnabled(m_draft.canKeepSound() || m_draft.keeping().sourceSound);
    m_soundSentence->setVisible(m_draft.keeping().sourceSound);
}

void KeepForm::choose(Choice choice)
{
    const KeptFrame nothing;
    const KeptFrame ofClip{KeptFrame::From::Clip, {}};
    Result<void> outcome;
    switch (choice) {
    case Choice::WordsOnly:
        outcome = m_draft.setLastFrame(nothing);
        if (outcome)
            outcome = m_draft.setFirstFrame(nothing);
        break;
    case Choice::FirstFrame:
        outcome = m_draft.setLastFrame(nothing);
        if (outcome)
            outcome = m_draft.setFirstFrame(ofClip);
        break;
    case Choice::FirstAndLast:
        outcome = m_draft.setFirstFrame(ofClip);
        if (outcome)
            outcome = m_draft.setLastFrame(ofClip);
        break;
    case Choice::EditedFrame:
        chooseFrame();
        follow(); // until a picture is chosen, it stays as it was
        return;
    case Choice::References:
    case Choice::SourceSound:
        return;
    }
    if (!outcome)
        Q_EMIT failed(outcome.error());
    follow();
}

void KeepForm::chooseFrame()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the frame that you edited"));
    dialog->setObjectName(QStringLiteral("frameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto outcome =
            m_draft.setFirstFrame({KeptFrame::From::File, QFileInfo(file).absoluteFilePath()});
        if (!outcome) {
            Q_EMIT failed(outcome.error());
            return;
        }
        if (const auto last = m_draft.setLastFrame({}); !last)
            Q_EMIT failed(last.error());
    });
    dialog->open();
}

void KeepForm::saveFrame()
{
    auto *dialog = new QFileDialog(window(), tr("Save the first frame"));
    dialog->setObjectName(QStringLiteral("saveFrameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JPEG picture (*.jpg)"));
    dialog->setDefaultSuffix(QStringLiteral("jpg"));
    dialog->selectFile(tr("first frame.jpg"));
    connect(dialog, &QFileDialog::fileSelected, this, &KeepForm::makeFrame);
    dialog->open();
}

void KeepForm::makeFrame(const QString &file)
{
    const auto &clip = m_dialogue.clip();
    if (!clip || m_still)
        return;
    const auto folder =
        std::make_shared<QTemporaryDir>(QDir(m_paths.workDir()).filePath(QStringLiteral("frame-XXXXXX")));
    if (!folder->isValid()) {
        Q_EMIT failed(notWritable(m_paths.workDir()));
        return;
    }
    StillLimits limits;
    limits.maximumSide = largestSide;
    limits.quality = 95;
    m_still = new ClipStillsJob(*clip, {firstMoment(*clip, m_dialogue.trim())}, limits, folder->path(), this);
    m_save->setEnabled(false);
    connect(m_still, &ClipStillsJob::finished, this,
            [this, folder, file](const Result<QList<ClipStill>> &stills) {
                std::exchange(m_still, nullptr)->deleteLater();
                follow();
                if (!stills) {
                    Q_EMIT failed(stills.error());
                    return;
                }
                QFile::remove(file); // the dialog has asked
                if (stills->isEmpty() || !QFile::copy(stills->constFirst().file, file))
                    Q_EMIT failed(notWritable(file));
                else
                    Q_EMIT frameSaved(file);
            });
}

void KeepForm::showFault(RemakeDraft::Field field)
{
    Theme::mark(m_what, "fault",
                field == RemakeDraft::Field::FirstFrame || field == RemakeDraft::Field::LastFrame);
}

void KeepForm::focusField(RemakeDraft::Field field)
{
    if (field == RemakeDraft::Field::Sound)
        m_sound->setFocus();
    else
        m_what->setFocus();
}

} // namespace retake
