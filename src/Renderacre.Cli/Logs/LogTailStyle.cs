namespace Renderacre.Cli.Logs;

/// <summary>How a growing log is written.</summary>
internal enum LogTailStyle
{
    /// <summary>Byte for byte, at once.</summary>
    AsWritten,

    /// <summary>Line by line, each after its task's name.</summary>
    NamedLines,

    /// <summary>An object a line, with the task, the attempt and the text.</summary>
    Json,
}
