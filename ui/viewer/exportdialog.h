// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "playback/comparisonplan.h"
#include "ui/viewer/viewerpair.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace retake {

class ComparisonExport;

// Asks how the comparison is to look as a video, makes it, and tells how far it is. Closing it gives the work
// up. Deletes itself when closed.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExportDialog(const ViewerPair &pair, QWidget *parent = nullptr);

    void exportTo(const QString &file);

private:
    void layOut();
    void follow();
    void chooseFile();
    void ended(const Result<QString> &file);
    ComparisonWish wish() const;
    QString suggestedFile() const;

    ViewerPair m_pair;
    QComboBox *m_form;
    QDoubleSpinBox *m_blink;
    QLabel *m_blinkLabel;
    QComboBox *m_sound;
    QCheckBox *m_labels;
    QCheckBox *m_piece; // without one it is not there
    QProgressBar *m_progress;
    QLabel *m_sentence;
    QPushButton *m_folder;
    QPushButton *m_start;
    QPushButton *m_close;
    ComparisonExport *m_job = nullptr;
    QString m_made;
};

} // namespace retake
