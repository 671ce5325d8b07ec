// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remake/picturelist.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace retake {

PictureList::PictureList(RemakeDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_count(makeLabel({}, "secondary", this))
    , m_column(new QVBoxLayout(this))
    , m_add(makeButton(QStringLiteral("addPictureButton"), tr("Add an image…"), ButtonLook::Plain, this))
{
    setObjectName(QStringLiteral("pictureList"));
    m_add->setProperty("link", true);
    m_add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_count->setProperty("small", true);
    auto *head = new QHBoxLayout;
    setGaps(head, 0, 0, 0, 0, 8);
    head->addWidget(makeLabel(tr("Reference images"), "secondary", this), 1);
    head->addWidget(m_count);
    setGaps(m_column, 0, 0, 0, 0, 2);
    m_column->addLayout(head);
    m_column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &PictureList::browse);
    connect(&m_draft, &RemakeDraft::changed, this, &PictureList::follow);
    follow();
}

void PictureList::follow()
{
    const int most = m_draft.model().references.maximumCount;
    const QStringList now = m_draft.references();
    setVisible(most > 0);
    m_count->setText(tr("%1 of %2").arg(now.size()).arg(most));
    m_add->setEnabled(now.size() < most);
    if (m_rows && now == m_shown)
        return;
    m_shown = now;
    if (m_rows)
        takeAway(m_rows);
    m_rows = new QWidget(this);
    auto *rows = new QVBoxLayout(m_rows);
    setGaps(rows, 0, 0, 0, 0, 0);
    for (qsizetype i = 0; i < now.size(); ++i) {
        auto *row = new QHBoxLayout;
        setGaps(row, 0, 0, 0, 0, 4);
        auto *name = new ElidedLabel(m_rows, Qt::ElideMiddle);
        name->setText(QFileInfo(now[i]).fileName());
        name->setToolTip(now[i]);
        QToolButton *remove =
            makeIconButton(QStringLiteral("removePicture%1").arg(i + 1), QStringLiteral("close"),
                           tr("Remove %1").arg(name->text()), m_rows);
        remove->setProperty("tiny", true);
        remove->setIconSize(QSize(14, 14));
        row->addWidget(name, 1);
        row->addWidget(remove);
        rows->addLayout(row);
        connect(remove, &QToolButton::clicked, this, [this, i] {
            QStringList left = m_draft.references();
            left.removeAt(i);
            if (const auto outcome = m_draft.setReferences(left); !outcome)
                Q_EMIT failed(outcome.error());
        });
    }
    m_column->insertWidget(1, m_rows);
    m_rows->setVisible(!now.isEmpty());
}

void PictureList::add(const QStringList &files)
{
    if (const auto outcome = m_draft.setReferences(m_draft.references() + files); !outcome)
        Q_EMIT failed(outcome.error());
}

void PictureList::focusFirst()
{
    m_add->setFocus();
}

void PictureList::browse()
{
    auto *dialog = new QFileDialog(window(), tr("Choose reference images"));
    dialog->setObjectName(QStringLiteral("pictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &PictureList::add);
    dialog->open();
}

} // namespace retake
