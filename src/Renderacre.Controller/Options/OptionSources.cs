namespace Renderacre.Controller.Options;

/// <summary>
/// Finds what was given for each option: a flag beats the environment, the environment the config file, that the
/// default.
/// </summary>
internal static class OptionSources
{
    /// <summary>The environment variable of each key that has one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["bind"] = "RFARM_BIND",
        ["lease_seconds"] = "RFARM_LEASE_SECONDS",
        ["storage"] = "RFARM_STORAGE",
        ["sqlite_path"] = "RFARM_SQLITE_PATH",
        ["dashboard_dir"] = "RFARM_DASHBOARD_DIR",
        ["log_dir"] = "RFARM_LOG_DIR",
        ["artifact_root"] = "RFARM_ARTIFACT_ROOTS",
        ["share_between"] = "RFARM_SHARE_BETWEEN",
        ["sick_after"] = "RFARM_SICK_AFTER",
        ["sick_window_seconds"] = "RFARM_SICK_WINDOW_SECONDS",
        ["sick_pause_seconds"] = "RFARM_SICK_PAUSE_SECONDS",
        ["hooks"] = "RFARM_HOOKS",
    };

    /// <summary>Settles the options.</summary>
    /// <param name="flags">Values of flags by config key.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="configPath">The config file that the flags name, or null.</param>
    /// <exception cref="OptionsException">A value is wrong; the message names where it came from.</exception>
    public static ControllerOptions Resolve(
        IReadOnlyDictionary<string, string> flags, Func<string, string?> environment, string? configPath) =>
        OptionValues.Settle(Gather(flags, environment, configPath));

    /// <summary>What was given, in the order of the keys; an option that nothing was given for is not in it.</summary>
    /// <param name="flags">Values of flags by config key.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="configPath">The config file that the flags name, or null.</param>
    /// <exception cref="OptionsException">The config file cannot be read.</exception>
    public static IReadOnlyList<Setting> Gather(
        IReadOnlyDictionary<string, string> flags, Func<string, string?> environment, string? configPath)
    {
        configPath ??= NotEmpty(environment("RFARM_CONFIG"));
        IReadOnlyDictionary<string, string> file =
            configPath is null ? new Dictionary<string, string>() : ConfigFile.Read(configPath);
        return [.. ConfigFile.Keys.Select(key => Find(key, flags, environment, file)).OfType<Setting>()];
    }

    private static Setting? Find(
        string key, IReadOnlyDictionary<string, string> flags, Func<string, string?> environment,
        IReadOnlyDictionary<string, string> file)
    {
        if (flags.TryGetValue(key, out string? value))
            return new Setting(key, value, $"--{key.Replace('_', '-')}", OptionsException.WrongUsage);
        if (Variables.TryGetValue(key, out string? variable) && NotEmpty(environment(variable)) is { } text)
            return new Setting(key, AsLines(key, text), variable, OptionsException.WrongUsage);
        return file.TryGetValue(key, out value)
            ? new Setting(key, value, $"config key '{key}'", OptionsException.StartFailure)
            : null;
    }

    // Folders stand in a variable as they do in PATH.
    private static string AsLines(string key, string text) =>
        key == "artifact_root" ? text.Replace(Path.PathSeparator, '\n') : text;

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
