// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/modebar.h"
#include "ui/viewer/elidedcombo.h"
#include "ui/viewer/glyphbutton.h"

#include "ui/viewer/viewerpane.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace retake {

namespace {

constexpr int wideMargin = 12;
constexpr int narrowMargin = 8;
constexpr int choicesGap = 8;
constexpr int segmentAir = 12;
constexpr int segmentGives = 8;

// Airy where there is room, and down to its word where room is scarce: the style sheet's padding is what
// stays.
class SegmentButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override { return QPushButton::sizeHint() + QSize(segmentAir, 0); }

    QSize minimumSizeHint() const override
    {
        const QSize usual = QPushButton::sizeHint();
        return {std::min(usual.width(), fontMetrics().horizontalAdvance(text()) + 12), usual.height()};
    }
};

} // namespace

ModeBar::ModeBar(QWidget *parent)
    : QWidget(parent)
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(QStringLiteral("modeBar"));
    setProperty("panel", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);

    auto *segments = new QHBoxLayout(m_left);
    segments->setContentsMargins(0, 0, 0, 0);
    segments->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (const ViewMode mode : allViewModes) {
        auto *button = new SegmentButton(viewModeTitle(mode), m_left);
        button->setObjectName(QStringLiteral("mode%1").arg(int(mode) + 1));
        button->setAccessibleName(viewModeTitle(mode));
        button->setAccessibleDescription(viewModeHint(mode));
        button->setToolTip(tr("%1 (%2)").arg(viewModeHint(mode)).arg(int(mode) + 1));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        button->setProperty("segment", mode == allViewModes.front()  ? QStringLiteral("first")
                                       : mode == allViewModes.back() ? QStringLiteral("last")
                                                                     : QStringLiteral("middle"));
        button->setProperty("shrinks", true);
        group->addButton(button);
        connect(button, &QPushButton::clicked, this, [this, mode] { Q_EMIT modeClicked(mode); });
        segments->addWidget(button);
        m_modes[std::size_t(mode)] = button;
    }
    segments->addStretch();

    auto *choices = new QHBoxLayout(m_right);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(choicesGap);
    choices->addStretch();
    m_add = new QPushButton(tr("Add to grid"), m_right);
    m_add->setObjectName(QStringLiteral("addToGrid"));
    m_add->setAccessibleName(tr("Add takes to the grid"));
    m_add->setToolTip(tr("Choose which takes play beside Before and After (Ins)"));
    m_add->setFocusPolicy(Qt::TabFocus);
    choices->addWidget(m_add);
    for (const Side side : bothSides) {
        const QString title = side == Side::Before ? tr("Before") : tr("After");
        auto *label = new QLabel(title, m_right);
        label->setProperty("secondary", true);
        auto *picker = new ElidedCombo(m_right);
        picker->setObjectName(side == Side::Before ? QStringLiteral("beforePicker")
                                                   : QStringLiteral("afterPicker"));
        picker->setAccessibleName(title);
        picker->setPlaceholderText(tr("None"));
        picker->setFocusPolicy(Qt::TabFocus);
        picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        picker->setMinimumWidth(84);
        picker->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        picker->setMaximumWidth(170);
        label->setBuddy(picker);
        connect(picker, &QComboBox::activated, this, [this, side, picker](int index) {
            if (picker->itemData(index).toLongLong() == ViewerVersion::askForFile) {
                setChosen(side, m_chosen[std::size_t(side)]);
                Q_EMIT fileWanted(side);
                return;
            }
            m_chosen[std::size_t(side)] = picker->itemData(index).toLongLong();
            Q_EMIT chosen(side, *m_chosen[std::size_t(side)]);
        });
        choices->addWidget(label);
        choices->addWidget(picker, 4);
        m_labels[std::size_t(side)] = label;
        m_pickers[std::size_t(side)] = picker;
    }
    m_export = new QPushButton(tr("Export"), m_right);
    m_export->setObjectName(QStringLiteral("outputButton"));
    m_export->setAccessibleName(tr("Export pictures and comparisons"));
    m_export->setFocusPolicy(Qt::TabFocus);
    choices->addWidget(m_export);
    m_save = new QPushButton(tr("Save…"), m_right);
    m_save->setObjectName(QStringLiteral("saveTake"));
    m_save->setAccessibleName(tr("Save the take"));
    m_save->setToolTip(tr("Save the take that is shown as After"));
    m_save->setProperty("primary", true);
    m_save->setFocusPolicy(Qt::TabFocus);
    m_save->setEnabled(false);
    connect(m_save, &QPushButton::clicked, this, &ModeBar::saveClicked);
    choices->addWidget(m_save);
    m_view = new GlyphButton(GlyphButton::Glyph::More, QStringLiteral("viewButton"), m_right);
    m_view->setAccessibleName(tr("View"));
    m_view->setToolTip(tr("Zoom, sides, and what the view modes can do"));
    m_view->setPopupMode(QToolButton::InstantPopup);
    choices->addWidget(m_view);

    m_layout->setContentsMargins(narrowMargin, 7, narrowMargin, 7);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_left);
    m_layout->addWidget(m_right, 1);
    setShown(ViewMode::Single, false);
}

void ModeBar::setVersions(const QList<ViewerVersion> &versions)
{
    for (const Side side : bothSides) {
        QComboBox *list = picker(side);
        const QSignalBlocker quiet(list);
        list->clear();
        for (const ViewerVersion &version : versions) {
            list->addItem(version.title, version.id);
            list->setItemData(list->count() - 1, version.title, Qt::ToolTipRole);
        }
        setChosen(side, m_chosen[std::size_t(side)]);
    }
}

void ModeBar::setChosen(Side side, std::optional<qint64> id)
{
    m_chosen[std::size_t(side)] = id;
    QComboBox *list = picker(side);
    list->setCurrentIndex(id ? list->findData(*id) : -1);
    list->setEnabled(list->count() > 0);
    list->setToolTip(list->currentText());
}

void ModeBar::setShown(ViewMode mode, bool comparable)
{
    modeButton(mode)->setChecked(true);
    for (const ViewMode other : allViewModes)
        modeButton(other)->setEnabled(comparable || other == ViewMode::Single);
    m_add->setVisible(mode == ViewMode::Grid);
    updateGeometry();
    arrange();
}

void ModeBar::setMenu(QMenu *menu)
{
    m_export->setMenu(menu);
}

QSize ModeBar::minimumSizeHint() const
{
    const int width = std::max(m_left->minimumSizeHint().width(), pickersWidth());
    return {width + 2 * narrowMargin, m_layout->minimumSize().height()};
}

// What the right half needs without the words before its pickers.
int ModeBar::pickersWidth() const
{
    int width = m_right->minimumSizeHint().width();
    for (const QLabel *label : m_labels)
        width -= label->isHidden() ? 0 : label->minimumSizeHint().width() + choicesGap;
    return width;
}

void ModeBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

// In one row where there is room, the pickers below the modes where there is not; without the words before
// them where that is not enough.
void ModeBar::arrange()
{
    const int pickers = pickersWidth();
    int words = 0;
    for (const QLabel *label : m_labels)
        words += label->minimumSizeHint().width() + choicesGap;
    // In one row the modes may be a little closer than they would like to be.
    const int modes = m_left->sizeHint().width() - int(m_modes.size()) * segmentGives;
    const int needed = modes + pickers + words + m_layout->spacing() + 2 * wideMargin;
    const bool folds = width() < needed;
    for (QLabel *label : m_labels)
        label->setVisible(!folds || width() >= pickers + words + 2 * narrowMargin);
    m_layout->setDirection(folds ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int side = folds ? narrowMargin : wideMargin;
    m_layout->setContentsMargins(side, 7, side, 7);
}

} // namespace retake
