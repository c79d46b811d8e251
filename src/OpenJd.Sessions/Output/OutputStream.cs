namespace OpenJd.Sessions.Output;

/// <summary>Which of a process's two streams something was written to.</summary>
public enum OutputStream
{
    /// <summary>Standard output.</summary>
    StandardOutput,

    /// <summary>Standard error.</summary>
    StandardError,
}
