// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/referencerow.h"

#include "base/paths.h"
#include "session/draft.h"
#include "session/errorsentence.h"
#include "ui/order/cropdialog.h"
#include "ui/order/referenceslot.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/poolwork.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QLabel>

namespace retake {

namespace {

// An empty name: it could not be written.
QString writePasted(const QImage &image, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return {};
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString file = folder + u"/pasted-" + stamp + u".png";
    return image.save(file, "PNG") ? file : QString();
}

} // namespace

ReferenceRow::ReferenceRow(Draft &draft, const Paths &paths, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_paths(paths)
    , m_count(makeLabel({}, "heading", this))
    , m_fault(makeLabel({}, "danger", this))
    , m_row(new QHBoxLayout)
{
    setObjectName(QStringLiteral("referenceRow"));
    m_count->setObjectName(QStringLiteral("referenceCount"));
    m_fault->setObjectName(QStringLiteral("referenceFault"));
    m_fault->setProperty("small", true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *head = new QHBoxLayout;
    setGaps(head, 0, 0, 0, 0, 8);
    head->addWidget(makeHeading(tr("Reference images"), this), 1);
    head->addWidget(m_count);
    setGaps(m_row, 0, 0, 0, 0, 8);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 8);
    column->addLayout(head);
    column->addLayout(m_row);
    column->addWidget(m_fault);
    connect(&m_draft, &Draft::changed, this, &ReferenceRow::follow);
    follow();
}

void ReferenceRow::makeSlots(int count)
{
    while (m_slots.size() > count)
        m_slots.takeLast()->deleteLater();
    while (m_slots.size() < count) {
        auto *slot = new ReferenceSlot(int(m_slots.size()), this);
        m_row->insertWidget(int(m_slots.size()), slot);
        m_slots.append(slot);
        connect(slot, &ReferenceSlot::browseWanted, this, &ReferenceRow::browse);
        connect(slot, &ReferenceSlot::cropWanted, this, &ReferenceRow::crop);
        connect(slot, &ReferenceSlot::removeWanted, this, &ReferenceRow::remove);
        connect(slot, &ReferenceSlot::moveWanted, this, &ReferenceRow::move);
        connect(slot, &ReferenceSlot::mediaGiven, this, &ReferenceRow::give);
        connect(slot, &ReferenceSlot::mentionWanted, this,
                [this](int index) { Q_EMIT mentionWanted(index + 1); });
    }
}

void ReferenceRow::follow()
{
    makeSlots(m_draft.model().references.maximumCount);
    const QList<Reference> &references = m_draft.croppedReferences();
    for (int i = 0; i < m_slots.size(); ++i)
        m_slots[i]->setReference(references.value(i), m_draft.model().references);
    m_count->setText(tr("%1 of %2").arg(references.size()).arg(m_slots.size()));
}

void ReferenceRow::add(const DroppedMedia &media)
{
    give(int(m_draft.references().size()), media);
}

void ReferenceRow::give(int slot, const DroppedMedia &media)
{
    if (!media.pictures.isEmpty())
        put(slot, media.pictures);
    if (!media.image.isNull())
        keepPixels(slot, media.image);
    if (!media.addresses.isEmpty())
        put(slot, media.addresses);
    if (!media.videos.isEmpty())
        Q_EMIT videosGiven(media.videos);
}

void ReferenceRow::put(int slot, const QStringList &files)
{
    m_fault->hide();
    for (const QString &file : files) {
        const bool replaces = slot < m_draft.references().size();
        const Result<void> done = replaces ? m_draft.setReference(slot, file) : m_draft.addReference(file);
        if (!done) {
            showFault(done.error());
            return;
        }
        slot = int(m_draft.references().size()); // the others are added
    }
}

void ReferenceRow::keepPixels(int slot, const QImage &image)
{
    const QString folder = m_paths.workDir() + u"/pasted";
    inPool(
        this, [image, folder] { return writePasted(image, folder); },
        [this, slot, folder](const QString &file) {
            if (file.isEmpty())
                showFault(Error{ErrorKind::NotWritable, {folder}, {}, {}, {}, 0, std::nullopt});
            else
                put(slot, {file});
        });
}

void ReferenceRow::move(int from, int to)
{
    const int count = int(m_draft.references().size());
    to = std::min(to, count - 1);
    if (from < 0 || from >= count || to < 0 || from == to)
        return;
    QList<int> order;
    for (int i = 0; i < count; ++i)
        order.append(i);
    order.move(from, to);
    m_draft.moveReference(from, to);
    m_slots[to]->setFocus();
    Q_EMIT reordered(order);
}

void ReferenceRow::remove(int slot)
{
    if (slot < 0 || slot >= m_draft.references().size())
        return;
    m_fault->hide();
    QList<int> order;
    for (int i = 0; i < m_draft.references().size(); ++i) {
        if (i != slot)
            order.append(i);
    }
    m_draft.removeReference(slot);
    Q_EMIT reordered(order);
}

void ReferenceRow::browse(int slot)
{
    auto *dialog = new QFileDialog(this, tr("Choose reference images"));
    dialog->setObjectName(QStringLiteral("referenceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Images (%1)")
             .arg(QStringLiteral("*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif *.avif *.tif "
                                 "*.tiff *.gif *.ico *.tga")),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, slot](const QStringList &files) { put(slot, files); });
    dialog->open();
}

void ReferenceRow::crop(int slot)
{
    const Reference reference = m_draft.croppedReferences().value(slot);
    if (reference.source.isEmpty() || isRemoteMedia(reference.source))
        return;
    m_fault->hide();
    const QSize clip = m_draft.clip() ? m_draft.clip()->video.size : QSize();
    auto *dialog = new CropDialog(reference, slot + 1, clip, m_draft.model().references, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, slot, reference] {
        if (m_draft.croppedReferences().value(slot) != reference)
            return; // another picture since
        if (const Result<void> done = m_draft.setCrop(slot, dialog->crop()); !done)
            showFault(done.error());
    });
    dialog->open();
}

void ReferenceRow::showFault(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    m_fault->setText(QString(sentence.title + u' ' + sentence.advice).trimmed());
    m_fault->show();
}

void ReferenceRow::focusFirst()
{
    if (!m_slots.isEmpty())
        m_slots.first()->setFocus();
}

} // namespace retake
