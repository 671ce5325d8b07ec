// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>

namespace retake {

// Every setting, one typed line each, over an INI file in the data folder. Never holds a key.
class Settings
{
public:
    explicit Settings(const QString &file);

    enum class Theme { System, Light, Dark };

    Theme theme() const;
    void setTheme(Theme theme);
    QString language() const; // "" follows the system, else "en" or "zh_CN"
    void setLanguage(const QString &language);
    QString lastFolder() const;
    void setLastFolder(const QString &folder);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    // Where the account of a service ("dashscope", "bigmodel") is reached: a region of the catalogue,
    // "custom" or "" (there is no account: practice).
    QString region(const QString &service) const;
    void setRegion(const QString &service, const QString &region);
    QString baseUrl(const QString &service) const; // used with "custom"
    void setBaseUrl(const QString &service, const QString &url);

    // What conformed clips and proxies may take of the disk.
    qint64 cacheBytes() const;
    void setCacheBytes(qint64 bytes);

    // Whose sound is heard: "before", "after", "off" or "" (whichever side has some).
    QString soundChoice() const;
    void setSoundChoice(const QString &choice);
    double soundVolume() const; // 0 to 1
    void setSoundVolume(double volume);

    // Nothing new is sent until the person lets it go on.
    bool isQueuePaused() const;
    void setQueuePaused(bool paused);

    // Which side panel is seen: that of a remake, or that of an edit.
    bool isRemaking() const;
    void setRemaking(bool remaking);

private:
    QSettings m_ini;
};

} // namespace retake
