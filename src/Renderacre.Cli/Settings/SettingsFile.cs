namespace Renderacre.Cli.Settings;

/// <summary>What the settings file says.</summary>
/// <param name="Path">The file.</param>
/// <param name="Values">Values for every profile, by setting.</param>
/// <param name="Profiles">Values by profile and setting; they beat those for every profile.</param>
/// <param name="DefaultProfile">The profile to use where none is asked for, or null.</param>
internal sealed record SettingsFile(
    string Path,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Profiles,
    string? DefaultProfile)
{
    /// <summary>The variable that names the file.</summary>
    public const string PathVariable = "RENDERACRE_CONFIG";

    /// <summary>
    /// Where the file is looked for: where <see cref="PathVariable"/> says, else where the system keeps such files.
    /// </summary>
    /// <returns>The path, or null where the user has no folder for settings.</returns>
    public static string? PathFor(CliHost host)
    {
        if (host.Variable(PathVariable) is { Length: > 0 } given)
            return host.FullPath(given);
        return Folder(host) is { } folder ? System.IO.Path.Combine(folder, "renderacre", "config.yaml") : null;
    }

    private static string? Folder(CliHost host)
    {
        if (OperatingSystem.IsWindows())
            return NotEmpty(host.Variable("APPDATA"));
        if (NotEmpty(host.Variable("XDG_CONFIG_HOME")) is { } folder)
            return folder;
        if (NotEmpty(host.Variable("HOME")) is not { } home)
            return null;
        return OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(home, "Library", "Application Support")
            : System.IO.Path.Combine(home, ".config");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
