namespace Renderacre.Cli.Settings;

/// <summary>The settings in force: a flag beats the environment, that the profile, that the rest of the file.</summary>
internal sealed class CliSettings
{
    /// <summary>The variable that names the profile.</summary>
    public const string ProfileVariable = "RENDERACRE_PROFILE";

    private readonly CliHost _host;

    private CliSettings(CliHost host, SettingsFile? file, string? profile)
    {
        _host = host;
        File = file;
        Profile = profile;
    }

    /// <summary>The settings file, or null where there is none.</summary>
    public SettingsFile? File { get; }

    /// <summary>The profile in force, or null.</summary>
    public string? Profile { get; }

    /// <summary>Reads the settings file, where there is one.</summary>
    /// <param name="host">The environment, and where the file is.</param>
    /// <param name="profileFlag">The profile asked for, or null.</param>
    /// <exception cref="CliException">The file cannot be read or is wrong, or has no such profile.</exception>
    public static CliSettings Load(CliHost host, string? profileFlag)
    {
        var file = ReadFile(host);
        var asked = profileFlag ?? NotEmpty(host.Variable(ProfileVariable));
        if (asked is not null && file?.Profiles.ContainsKey(asked) != true)
            throw CliException.Usage($"there is no profile '{asked}'{Choice(host, file)}");
        return new CliSettings(host, file, asked ?? file?.DefaultProfile);
    }

    /// <summary>The value in force of a setting.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="flag">What its flag gives, or null.</param>
    public Setting Get(SettingKey key, string? flag)
    {
        if (flag is not null)
            return new Setting(key.Name, flag, $"--{key.Name}");
        foreach (var variable in key.Variables)
        {
            if (NotEmpty(_host.Variable(variable)) is { } set)
                return new Setting(key.Name, set, variable);
        }

        return FromFile(key) ?? new Setting(key.Name, key.Default, key.Default is null ? "not set" : "default");
    }

    private Setting? FromFile(SettingKey key)
    {
        if (File is null)
            return null;
        if (Profile is not null && File.Profiles[Profile].TryGetValue(key.Name, out var value))
            return new Setting(key.Name, value, $"profile {Profile} of {File.Path}");
        return File.Values.TryGetValue(key.Name, out value) ? new Setting(key.Name, value, File.Path) : null;
    }

    private static SettingsFile? ReadFile(CliHost host)
    {
        if (SettingsFile.PathFor(host) is not { } path)
            return null;
        try
        {
            return new SettingsFileReader(path).Read(System.IO.File.ReadAllText(path));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nobody has to have one; but who names one means one that is there.
            return NotEmpty(host.Variable(SettingsFile.PathVariable)) is null
                ? null
                : throw CliException.Usage($"{SettingsFile.PathVariable} has '{path}', which is not there", missing);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"{path}: {problem.Message}", problem);
        }
    }

    private static string Choice(CliHost host, SettingsFile? file) => file is null
        ? $": {SettingsFile.PathFor(host) ?? "the settings file"} is not there"
        : $" in {file.Path}; it has {(file.Profiles.Count == 0 ? "none" : string.Join(", ", file.Profiles.Keys))}";

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
