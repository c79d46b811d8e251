namespace OpenJd.Model.Jobs;

/// <summary>Types of task parameters. Source: template schemas §3.4.1.</summary>
public enum TaskParameterType
{
    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A decimal number.</summary>
    Float,

    /// <summary>Text.</summary>
    String,

    /// <summary>A path, subject to path mapping.</summary>
    Path,

    /// <summary>Whole numbers, several to a task (extension TASK_CHUNKING).</summary>
    ChunkInt,
}
