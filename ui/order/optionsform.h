// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace retake {

class AccountBook;
class ElidedLabel;
class ParameterFields;

// Engine, the chosen model's options (exactly the rows that the catalogue has for it) and the number of
// variations; the advanced ones unfold under "More".
class OptionsForm : public QWidget
{
    Q_OBJECT
public:
    OptionsForm(Draft &draft, AccountBook &accounts, const Catalogue &catalogue, QWidget *parent = nullptr);

    void showFault(const Draft::Fault &fault); // marks the field; None clears
    void focusField(const Draft::Fault &fault);

private:
    void build();
    void fillEngines();
    void follow();
    void addFramingRow(QGridLayout *grid);
    void followFraming();
    void fold();
    QWidget *widgetOf(const Draft::Fault &fault) const;
    void chooseEngine(int index);

    Draft &m_draft;
    AccountBook &m_accounts;
    const Catalogue &m_catalogue;
    QString m_builtFor; // model id
    QComboBox *m_engine;
    QComboBox *m_variations;
    QWidget *m_basic = nullptr;
    QWidget *m_advanced = nullptr;
    QToolButton *m_more;
    ElidedLabel *m_moreText;
    QLineEdit *m_negative = nullptr;
    QLabel *m_framingLabel = nullptr;
    QComboBox *m_framing = nullptr;
    QLabel *m_framingNote = nullptr;
    ParameterFields *m_fields;
};

} // namespace retake
