namespace OpenJd.Cli.Templates;

/// <summary>How a command for templates writes what came of it.</summary>
internal enum OutputFormat
{
    /// <summary>Text for people.</summary>
    HumanReadable,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One YAML document.</summary>
    Yaml,
}
