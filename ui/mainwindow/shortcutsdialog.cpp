// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/shortcutsdialog.h"

#include "ui/widgets/controls.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace retake {

ShortcutsDialog::ShortcutsDialog(const QList<Group> &groups, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QWidget;
    list->setProperty("panel", QStringLiteral("clear"));
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(4, 4, 12, 4);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Group &group : groups) {
        QLabel *title = makeHeading(group.title, list);
        title->setContentsMargins(0, row ? 10 : 0, 0, 2);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const QAction *action : group.actions) {
            QStringList keys;
            for (const QKeySequence &key : action->shortcuts())
                keys.append(key.toString(QKeySequence::NativeText));
            if (keys.isEmpty())
                continue;
            QString text = action->text();
            grid->addWidget(makeLabel(text.remove(u'&'), nullptr, list), row, 0);
            grid->addWidget(makeLabel(keys.join(tr(" or ")), "secondary", list), row++, 1);
        }
    }
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("shortcutsScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false);
    QPushButton *close =
        makeButton(QStringLiteral("closeShortcutsButton"), tr("Close"), ButtonLook::Primary, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 16, 16, 16, 14, 12);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    resize(460, 520);
}

} // namespace retake
