namespace OpenJd.Model.Jobs;

/// <summary>The specification's names of parameter types. Source: template schemas §2 and §3.4.1.</summary>
public static class ParameterTypeNames
{
    private static readonly TaskParameterType[] TaskTypes = Enum.GetValues<TaskParameterType>();

    /// <summary>The name of a job parameter's type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name, such as <c>LIST[INT]</c>.</returns>
    public static string Of(JobParameterType type) => type switch
    {
        JobParameterType.String => "STRING",
        JobParameterType.Path => "PATH",
        JobParameterType.Int => "INT",
        JobParameterType.Float => "FLOAT",
        JobParameterType.Bool => "BOOL",
        JobParameterType.RangeExpr => "RANGE_EXPR",
        JobParameterType.ListString => "LIST[STRING]",
        JobParameterType.ListPath => "LIST[PATH]",
        JobParameterType.ListInt => "LIST[INT]",
        JobParameterType.ListFloat => "LIST[FLOAT]",
        JobParameterType.ListBool => "LIST[BOOL]",
        JobParameterType.ListListInt => "LIST[LIST[INT]]",
    };

    /// <summary>The name of a task parameter's type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name, such as <c>CHUNK[INT]</c>.</returns>
    public static string Of(TaskParameterType type) => type switch
    {
        TaskParameterType.Int => "INT",
        TaskParameterType.Float => "FLOAT",
        TaskParameterType.String => "STRING",
        TaskParameterType.Path => "PATH",
        TaskParameterType.ChunkInt => "CHUNK[INT]",
    };

    /// <summary>Finds the type of a task parameter by its name.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <returns>The type, or null where none has that name.</returns>
    public static TaskParameterType? ParseTaskType(string name)
    {
        foreach (var type in TaskTypes)
        {
            if (Of(type) == name) return type;
        }

        return null;
    }
}
