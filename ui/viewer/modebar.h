// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/side.h"
#include "ui/viewer/viewmode.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace retake {

struct ViewerVersion;

// The bar above the canvas: view modes, the two pickers, Save.
class ModeBar : public QWidget
{
    Q_OBJECT
public:
    explicit ModeBar(QWidget *parent = nullptr);

    void setVersions(const QList<ViewerVersion> &versions);
    void setChosen(Side side, std::optional<qint64> id);
    // The mode that is painted, and whether there are two pictures to compare.
    void setShown(ViewMode mode, bool comparable);

    QPushButton *modeButton(ViewMode mode) const { return m_modes[std::size_t(mode)]; }

    QPushButton *addButton() const { return m_add; } // in the grid; its menu is the owner's

    QComboBox *picker(Side side) const { return m_pickers[std::size_t(side)]; }

    void setMenu(QMenu *menu); // of the button beside Save

    QToolButton *viewButton() const { return m_view; } // its menu is the owner's

    QPushButton *saveButton() const { return m_save; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void modeClicked(retake::ViewMode mode);
    void chosen(retake::Side side, qint64 id);
    void fileWanted(retake::Side side);
    void saveClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    int pickersWidth() const;

    std::array<QPushButton *, allViewModes.size()> m_modes{};
    std::array<QComboBox *, 2> m_pickers{};
    std::array<QLabel *, 2> m_labels{};
    std::array<std::optional<qint64>, 2> m_chosen;
    QPushButton *m_add = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_export = nullptr;
    QToolButton *m_view = nullptr;
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QBoxLayout *m_layout = nullptr;
};

} // namespace retake
