// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls.h"
#include "ui/viewer/elidedcombo.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace retake {

QPushButton *makeButton(const QString &name, const QString &text, ButtonLook look, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    switch (look) {
    case ButtonLook::Plain:
        break;
    case ButtonLook::Primary:
        button->setProperty("primary", true);
        break;
    case ButtonLook::Flat:
        button->setFlat(true);
        break;
    }
    return button;
}

QToolButton *makeIconButton(const QString &name, const QString &icon, const QString &accessibleName,
                            QWidget *parent, Ink ink)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(themedIcon(icon, ink));
    button->setIconSize(QSize(18, 18));
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("flat", true);
    button->setProperty("icononly", true);
    return button;
}

QComboBox *makeCombo(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *combo = new ElidedCombo(parent);
    combo->setObjectName(name);
    combo->setAccessibleName(accessibleName);
    combo->setItemDelegate(new QStyledItemDelegate(combo)); // the default one ignores the style sheet
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return combo;
}

QLabel *makeLabel(const QString &text, const char *look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    if (look)
        label->setProperty(look, true);
    return label;
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(text, "heading", parent);
    QFont font = label->font();
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    label->setFont(font);
    return label;
}

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    return rule;
}

void takeAway(QWidget *widget)
{
    widget->hide();
    widget->setParent(nullptr);
    widget->deleteLater();
}

void setGaps(QBoxLayout *layout, int left, int top, int right, int bottom, int gap)
{
    layout->setContentsMargins(left, top, right, bottom);
    layout->setSpacing(gap);
}

} // namespace retake
