// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remakedraft.h"

#include <QWidget>

class QComboBox;

namespace retake {

class KeepForm;
class ParameterFields;
class Paths;
class PictureList;

// With which model and in which form the video is made, and what it keeps of the source.
class GeneratorForm : public QWidget
{
    Q_OBJECT
public:
    GeneratorForm(RemakeDraft &draft, const Dialogue &dialogue, const Catalogue &catalogue,
                  const Paths &paths, QWidget *parent = nullptr);

    void showFault(const RemakeDraft::Fault &fault); // marks the field; None clears
    void focusField(const RemakeDraft::Fault &fault);

    PictureList &pictures() const { return *m_pictures; }

Q_SIGNALS:
    void failed(const retake::Error &error);
    void frameSaved(const QString &file);

private:
    void build();
    void fillModels();
    void follow();

    RemakeDraft &m_draft;
    const Catalogue &m_catalogue;
    QString m_builtFor; // model id
    QComboBox *m_model;
    QComboBox *m_variations;
    ParameterFields *m_fields;
    QWidget *m_rows = nullptr;
    KeepForm *m_keep;
    PictureList *m_pictures;
};

} // namespace retake
